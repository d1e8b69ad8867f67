using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Settings of access requests, <c>Access__…</c>.</summary>
internal sealed class AccessOptions
{
    /// <summary>After how many days a person's history is looked at again, for Klaviyo delivers events late. Empty: never.</summary>
    [MaxLength(5)]
    public IReadOnlyList<int> LaterLookDays { get; set; } = [7, 17];

    /// <summary>The language of reports: one that there is a file for under <c>Report/Texts</c>.</summary>
    [Required]
    public string ReportLanguage { get; set; } = "en";
}
