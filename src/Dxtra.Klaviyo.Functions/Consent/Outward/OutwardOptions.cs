using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Settings of consent that Dxtra sets in Klaviyo, <c>OutwardConsent__…</c>.</summary>
internal sealed class OutwardOptions
{
    /// <summary>How long an order waits for others of its account, to go to Klaviyo in one call.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Until the first look whether it has come into effect; doubled from look to look, up to a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long it is looked for. Klaviyo was seen to take up to seven minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(15);
}
