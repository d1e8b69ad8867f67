namespace Dxtra.Klaviyo.Client;

public sealed class AccountsResource
{
    private readonly KlaviyoTransport _transport;

    internal AccountsResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// The account of this key, and the cheapest way to test the key. <c>GET /api/accounts</c>, scope <c>accounts:read</c>,
    /// 1/s and 15/min.
    /// </summary>
    /// <exception cref="KlaviyoUnavailableException">Also when Klaviyo names no account.</exception>
    public async Task<KlaviyoResource<AccountAttributes>> GetAsync(CancellationToken cancellationToken = default)
    {
        var request = KlaviyoRequest.Get("get_accounts", "api/accounts");
        var page = await _transport.GetPageAsync(request, KlaviyoJson.Default.AccountAttributes, cancellationToken);
        if (page.Items is not [var account, ..])
            throw request.UnexpectedShape();
        _transport.Identify(account.Id);
        return account;
    }
}
