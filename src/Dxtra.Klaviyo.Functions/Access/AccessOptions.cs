using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Settings of access requests, <c>Access__…</c>.</summary>
internal sealed class AccessOptions
{
    /// <summary>How long a link to an export works: long enough to start a download, too short to be passed around.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>For how many days an export can be downloaded, counted from the last file that was put to it.</summary>
    [Range(1, 365)]
    public int ExportLifetimeDays { get; set; } = 30;

    /// <summary>
    /// After how many days a person's history is looked at again, for Klaviyo delivers events late: up to five numbers with commas
    /// between them. Empty: never. (A text, for settings add to a list that has values already and cannot make it empty.)
    /// </summary>
    [RegularExpression(@"[1-9]\d{0,2}(,[1-9]\d{0,2}){0,4}")]
    public string LaterLookDays { get; set; } = "7,17";

    /// <summary>
    /// The pause before a read of Klaviyo that failed is tried again. It doubles from then on, up to 180 times this; after twelve
    /// attempts the read is given up. With 5 s that takes 66 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The language of reports: one that there is a file for under <c>Reports/Texts</c>.</summary>
    [Required]
    public string ReportLanguage { get; set; } = "en";
}
