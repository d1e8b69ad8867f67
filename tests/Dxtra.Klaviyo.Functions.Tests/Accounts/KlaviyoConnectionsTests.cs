namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class KlaviyoConnectionsTests : IAsyncDisposable
{
    private readonly FakeKlaviyo _klaviyo = FakeKlaviyo.Start();
    private readonly FakeSecretStore _secrets = new();

    public ValueTask DisposeAsync() => _klaviyo.DisposeAsync();

    [Fact]
    public async Task A_processor_is_opened_with_its_own_key()
    {
        await _secrets.SetAsync(Processor.SecretNameOf("p1"), Some.ApiKey, CancellationToken.None);
        string? authorization = null;
        _klaviyo.Answers("/api/accounts", request =>
        {
            authorization = request.Headers.Authorization;
            return Microsoft.AspNetCore.Http.Results.Text(Examples.Read("klaviyo/accounts.json"), "application/vnd.api+json");
        });

        var client = await OpenAsync("did:dep:a");
        await client.Accounts.GetAsync();

        Assert.Equal($"Klaviyo-API-Key {Some.ApiKey}", authorization);
    }

    [Fact]
    public async Task Its_calls_count_for_the_account_and_wait_by_the_deadline()
    {
        await _secrets.SetAsync(Processor.SecretNameOf("p1"), Some.ApiKey, CancellationToken.None);
        var clients = new WatchedFactory(_klaviyo.Clients);

        await new KlaviyoConnections(new FakeProcessorStore(Some.Processor("did:dep:a", "p1")), _secrets, clients)
            .OpenAsync("did:dep:a", "p1", Some.Now, CancellationToken.None);

        Assert.Equal(new(Some.Account.Id, Some.Now), clients.Call);
    }

    [Fact]
    public async Task Without_a_key_or_for_another_controller_nothing_is_opened()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync("did:dep:a"));
        await _secrets.SetAsync(Processor.SecretNameOf("p1"), Some.ApiKey, CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync("did:dep:b"));
    }

    private Task<KlaviyoClient> OpenAsync(string controller) =>
        new KlaviyoConnections(new FakeProcessorStore(Some.Processor("did:dep:a", "p1")), _secrets, _klaviyo.Clients)
            .OpenAsync(controller, "p1", null, CancellationToken.None);

    private sealed class WatchedFactory(IKlaviyoClientFactory inner) : IKlaviyoClientFactory
    {
        public KlaviyoCall? Call { get; private set; }

        public KlaviyoClient Create(KlaviyoKey key, KlaviyoCall? call) => inner.Create(key, Call = call);
    }
}
