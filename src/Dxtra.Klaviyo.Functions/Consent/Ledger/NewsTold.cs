using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What follows from changes that are in the ledger: entries of the activity log, and looks whether a person is out of reach now.</summary>
internal sealed class NewsTold(IActivityLog activity, Exclusions exclusions)
{
    public async Task TellAsync(
        LedgerKey key, string profileId, IEnumerable<PlacedLine> changes, PlacedLine? current, CancellationToken cancellationToken)
    {
        foreach (var change in changes.Where(ConsentEntries.IsOwed))
        {
            var masked = SubjectMask.Of(new(null, null, null, profileId));
            await activity.AppendAsync(ConsentEntries.Changed(key, change, masked, change == current), cancellationToken);
            if (change == current && ExclusionRules.IsAsked(key.Channel, change.Line))
                await exclusions.AskAsync(key, profileId, change.Line, cancellationToken);
        }
    }
}
