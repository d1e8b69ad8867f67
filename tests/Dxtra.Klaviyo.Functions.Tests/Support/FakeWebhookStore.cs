using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeWebhookStore : IWebhookStore
{
    private readonly ConcurrentDictionary<string, WebhookRegistration> _registrations = new();

    public FakeWebhookStore(params IEnumerable<WebhookRegistration> registrations)
    {
        foreach (var registration in registrations)
            _registrations[registration.ProcessorId] = registration;
    }

    public WebhookRegistration this[string processorId]
    {
        get => _registrations[processorId];
        set => _registrations[processorId] = value;
    }

    public int Reads { get; private set; }

    public Task<WebhookRegistration?> FindAsync(string processorId, CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult(_registrations.GetValueOrDefault(processorId));
    }

    public Task<WebhookRegistration> UpdateAsync(
        string processorId, Func<WebhookRegistration?, WebhookRegistration> change, CancellationToken cancellationToken) =>
        Task.FromResult(_registrations[processorId] = change(_registrations.GetValueOrDefault(processorId)));

    public IAsyncEnumerable<WebhookRegistration> ReadDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        _registrations.Values.Where(registration => registration.NextCheckAt <= now).ToAsyncEnumerable();
}
