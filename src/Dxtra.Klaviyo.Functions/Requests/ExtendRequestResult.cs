using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What came of asking for an extension.</summary>
internal abstract record ExtendRequestResult
{
    private ExtendRequestResult()
    {
    }

    public sealed record Extended(RequestView View) : ExtendRequestResult;

    public sealed record Invalid(FieldErrors Errors) : ExtendRequestResult;

    public sealed record NoRequest : ExtendRequestResult;

    /// <summary>The request is over.</summary>
    public sealed record NotNow(RequestStatus Status) : ExtendRequestResult;

    public sealed record Refused(ExtensionRefusal Reason) : ExtendRequestResult;
}
