namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Takes every event for the end of somebody's consent to marketing e-mail.</summary>
internal sealed class FakeConsentEvents : IConsentEvents
{
    /// <summary>Set: reading fails with it.</summary>
    public Func<IReadOnlyCollection<ArrivedEvent>, Exception?>? Fault { get; set; }

    public Task<IReadOnlyList<ConsentNews>> ReadAsync(
        string controller, string processorId, IReadOnlyCollection<ArrivedEvent> events, ConsentWay way, CancellationToken cancellationToken)
    {
        if (Fault?.Invoke(events) is { } fault)
            return Task.FromException<IReadOnlyList<ConsentNews>>(fault);
        return Task.FromResult<IReadOnlyList<ConsentNews>>(
            [.. events.Select(one => new ConsentNews(one.Id, one.ProfileId!, ConsentChannel.EmailMarketing, ConsentState.Unsubscribed, one.At!.Value, way))]);
    }
}
