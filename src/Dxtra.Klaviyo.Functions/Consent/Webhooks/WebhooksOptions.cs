using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Settings of what Klaviyo sends us, <c>Webhooks__…</c>.</summary>
internal sealed class WebhooksOptions : IValidatableObject
{
    public const string Section = "Webhooks";

    /// <summary>Where Klaviyo reaches this app: https, but for a Klaviyo on this machine. Without it no webhook is registered.</summary>
    public Uri? PublicBaseAddress { get; set; }

    /// <summary>
    /// How old a delivery may be by the time that is signed in its body. Klaviyo repeats one that failed for two days, with pauses of up
    /// to an hour; a repeat of what was taken already changes nothing, so nothing is gained by a shorter time.
    /// </summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Freshness { get; set; } = TimeSpan.FromHours(49);

    /// <summary>For how many days what could not be read, or was not known, is kept.</summary>
    [Range(1, 365)]
    public int KeepDays { get; set; } = 30;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicBaseAddress is { } address && !IsReachable(address))
            yield return new("Webhooks__PublicBaseAddress must be an https address without user, query or fragment; http is for this machine only.");
    }

    private static bool IsReachable(Uri address) =>
        address is { IsAbsoluteUri: true, Query: "", Fragment: "", UserInfo: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
