namespace Dxtra.Klaviyo.Sandbox.Data;

internal sealed record WhatsAppConsent(Consent Marketing, Consent Transactional, Consent Conversational);
