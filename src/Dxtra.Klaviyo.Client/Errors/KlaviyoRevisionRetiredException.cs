namespace Dxtra.Klaviyo.Client;

/// <summary>410, or a 404 that names the revision: Klaviyo no longer serves this operation in the pinned revision.</summary>
public sealed class KlaviyoRevisionRetiredException : KlaviyoException
{
    internal KlaviyoRevisionRetiredException(KlaviyoFailure failure)
        : base(failure, "Klaviyo does not serve this operation in the pinned revision")
    {
    }
}
