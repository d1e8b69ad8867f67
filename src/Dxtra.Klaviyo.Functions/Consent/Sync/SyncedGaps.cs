namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// The synchronisation reads every active account's events without a break, webhooks or not, and reads late ones again: a gap is filled
/// when it has come past its end.
/// </summary>
internal sealed class SyncedGaps(ISyncStore store) : IGapFiller
{
    public async Task<bool> FillAsync(WebhookGap gap, CancellationToken cancellationToken) =>
        (await store.ReadAsync(gap.ControllerDid, gap.ProcessorId, cancellationToken)).EventsUntil >= gap.Until;
}
