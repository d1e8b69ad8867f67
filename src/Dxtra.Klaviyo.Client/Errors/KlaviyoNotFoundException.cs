namespace Dxtra.Klaviyo.Client;

/// <summary>404 in Klaviyo's own form: what was asked for does not exist. A 404 of a proxy or of a missing endpoint is not this.</summary>
public sealed class KlaviyoNotFoundException : KlaviyoException
{
    internal KlaviyoNotFoundException(KlaviyoFailure failure)
        : base(failure, "Klaviyo knows no such thing")
    {
    }
}
