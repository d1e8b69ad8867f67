using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Settings of deletion requests, <c>Deletion__…</c>.</summary>
internal sealed class DeletionOptions
{
    /// <summary>For how many days a person may prove their identity.</summary>
    [Range(1, 90)]
    public int IdentityDays { get; set; } = 14;

    /// <summary>How long a one-time code can be used.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// When a deletion is looked for after it was ordered: up to ten times with commas between them, each counted from the order. It is
    /// confirmed when two looks in a row find nothing.
    /// </summary>
    [RegularExpression(@"(\d+\.)?\d\d:\d\d:\d\d(\.\d+)?(,(\d+\.)?\d\d:\d\d:\d\d(\.\d+)?){1,9}")]
    public string Looks { get; set; } = "00:01:00,00:15:00,01:00:00,1.00:00:00";

    /// <summary>
    /// After how many days an erased person is looked for again: up to five numbers with commas between them, at most the request's
    /// retention. Empty: never.
    /// </summary>
    [RegularExpression(@"[1-9]\d{0,2}(,[1-9]\d{0,2}){0,4}")]
    public string WatchDays { get; set; } = "7,28";

    /// <summary>How long to wait until an unsubscription is seen, before the profile is deleted: one that comes later brings it back.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan UnsubscribePatience { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The pause between two looks at something that is awaited; also before Klaviyo is asked again with a key that it refused.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(30);
}
