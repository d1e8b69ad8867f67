namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Every processor is the account of one Klaviyo.</summary>
internal sealed class FakeConnections(FakeKlaviyo klaviyo) : IKlaviyoConnections
{
    public Task<KlaviyoClient> OpenAsync(string controller, string processorId, DateTimeOffset? due, CancellationToken cancellationToken) =>
        Task.FromResult(klaviyo.Client);
}
