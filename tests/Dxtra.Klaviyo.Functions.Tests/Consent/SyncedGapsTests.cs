namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class SyncedGapsTests
{
    private static readonly WebhookGap Gap = new("did:dep:1", "P1", Some.Now.AddHours(-50), Some.Now);

    [Theory]
    [InlineData(null, false)]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    public async Task A_gap_is_filled_when_the_synchronisation_has_read_the_events_up_to_its_end(int? seconds, bool filled)
    {
        var store = new FakeSyncStore { State = new() { EventsUntil = seconds is { } past ? Some.Now.AddSeconds(past) : null } };

        Assert.Equal(filled, await new SyncedGaps(store).FillAsync(Gap, default));
    }
}
