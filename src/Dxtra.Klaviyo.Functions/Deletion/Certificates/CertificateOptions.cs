using System.ComponentModel.DataAnnotations;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Settings of certificates, <c>Certificates__…</c>.</summary>
internal sealed class CertificateOptions : IValidatableObject
{
    /// <summary>For how many days a key signs before another takes over. What it signed can be checked for good.</summary>
    [Range(1, 3650)]
    public int KeyLifetimeDays { get; set; } = 365;

    /// <summary>The language of certificates and letters: one that there is a file for under <c>Reports/Texts</c>.</summary>
    [Required]
    public string Language { get; set; } = "en";

    public TimeSpan KeyLifetime => TimeSpan.FromDays(KeyLifetimeDays);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!ReportTexts.Languages(typeof(ReportTexts).Assembly).Contains(Language))
            yield return new("There are no texts in Certificates__Language.");
    }
}
