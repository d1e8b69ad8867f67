using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Settings of consent, <c>Consent__…</c>.</summary>
internal sealed class ConsentOptions
{
    /// <summary>Changes of one channel that lie no further apart are told in an order that nobody can rely on: the most restrictive wins.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan SkewWindow { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>For how long after a change of ours Klaviyo's news of the same state are taken for its echo.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan EchoWindow { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How far behind now the synchronisation's watermark stays: for clocks that differ, and Klaviyo refuses bounds that are too near.</summary>
    [Range(typeof(TimeSpan), "00:00:06", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan SyncLag { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What every cycle reads again of profiles: their time of change has whole seconds and its bound is exclusive.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ProfileOverlap { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>What every cycle reads again of events: Klaviyo shows them minutes after it took them.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "06:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan EventOverlap { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How far back events are read once an hour, and once a day, for those that came later still.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan HourlyReach { get; set; } = TimeSpan.FromHours(24);

    /// <inheritdoc cref="HourlyReach"/>
    [Range(typeof(TimeSpan), "1.00:00:00", "30.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan DailyReach { get; set; } = TimeSpan.FromDays(4);

    /// <summary>A profile that says otherwise than the ledger, and gives no later time for it, is believed when the ledger's word is this old.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Pages that one step of a synchronisation reads before it says how far it is.</summary>
    [Range(1, 1_000)]
    public int PagesPerStep { get; set; } = 100;
}
