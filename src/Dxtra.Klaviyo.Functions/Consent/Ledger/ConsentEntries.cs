using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What the activity log says of consent.</summary>
internal static class ConsentEntries
{
    /// <summary>A change. One of which a full comparison found only that it had taken place some time is none: nobody changed anything then.</summary>
    public static bool IsOwed(PlacedLine entry) => !(entry is { Previous: null, Line.Way: ConsentWay.Reconciliation });

    public static ActivityEntry Changed(LedgerKey key, PlacedLine entry, string masked, bool holds) => Of(
        key,
        key.Channel == ConsentChannel.List ? ActivityType.ListChanged : ActivityType.ConsentChanged,
        entry.Line.Way == ConsentWay.Dxtra ? ActivitySource.Dxtra : ActivitySource.Klaviyo,
        entry.Line.EffectiveAt,
        masked,
        $"{Words.Of(entry.Line.State)}, was {(entry.Previous is { } before ? Words.Of(before) : "not known")}, by {Words.Of(entry.Line.Way)}{(holds ? "" : ", came late")}");

    /// <param name="key">What was looked at.</param>
    /// <param name="at">When.</param>
    /// <param name="masked">Of whom.</param>
    /// <param name="seen">What Klaviyo's own state showed.</param>
    public static ActivityEntry Excluded(LedgerKey key, DateTimeOffset at, string masked, string seen) =>
        Of(key, ActivityType.ExclusionChecked, ActivitySource.Klaviyo, at, masked, seen);

    private static ActivityEntry Of(
        LedgerKey key, ActivityType type, ActivitySource source, DateTimeOffset at, string masked, string outcome) => new()
        {
            ControllerDid = key.Subject.Controller,
            At = at,
            Source = source,
            Type = type,
            ProcessorId = key.Subject.ProcessorId,
            SubjectKey = key.Subject.SubjectKey,
            SubjectMasked = masked,
            Actor = Actors.System,
            Fields = [Words.Of(key.Channel)],
            Outcome = outcome,
        };
}
