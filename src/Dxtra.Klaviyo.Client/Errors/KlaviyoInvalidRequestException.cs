namespace Dxtra.Klaviyo.Client;

/// <summary>400, 405, 415, 422 and other refusals of the request itself. Repeating it does not help.</summary>
public sealed class KlaviyoInvalidRequestException : KlaviyoException
{
    internal KlaviyoInvalidRequestException(KlaviyoFailure failure, string? source)
        : base(failure, "Klaviyo did not understand or accept the request") => ErrorSource = source;

    /// <summary>The parameter or the place in the body that Klaviyo objects to, such as <c>filter</c> or <c>/data/attributes</c>.</summary>
    public string? ErrorSource { get; }
}
