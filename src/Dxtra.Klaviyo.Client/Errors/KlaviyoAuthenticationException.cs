namespace Dxtra.Klaviyo.Client;

/// <summary>
/// 401. The key is wrong, revoked or lacks something. Klaviyo has also answered so on one endpoint alone with a good key: before
/// calling a connection broken, ask <see cref="AccountsResource.GetAsync"/>.
/// </summary>
public sealed class KlaviyoAuthenticationException : KlaviyoException
{
    internal KlaviyoAuthenticationException(KlaviyoFailure failure)
        : base(failure, "Klaviyo did not accept the key")
    {
    }
}
