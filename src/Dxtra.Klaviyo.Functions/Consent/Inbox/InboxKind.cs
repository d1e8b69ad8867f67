namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Which address a message came to.</summary>
internal enum InboxKind
{
    System,
    Flow,
}
