using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The body of <c>POST P/consent/lookup</c>: what may not stand in an address.</summary>
internal sealed record LookUpConsentBody(SubjectInput? Subject)
{
    public override string ToString() => "(subject)";
}
