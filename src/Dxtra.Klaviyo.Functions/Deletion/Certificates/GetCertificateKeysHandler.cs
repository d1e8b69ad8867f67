namespace Dxtra.Klaviyo.Functions.Deletion;

internal sealed class GetCertificateKeysHandler(IPublishedKeyStore published)
{
    public async Task<KeySet> HandleAsync(CancellationToken cancellationToken) => KeySet.Of(await published.ReadAsync(cancellationToken));
}
