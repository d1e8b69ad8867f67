using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Settings of access requests, <c>Access__…</c>.</summary>
internal sealed class AccessOptions
{
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
}
