using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Client;

/// <summary>How much of Klaviyo's limits is used, and how long a call waits for its turn. Bound by the host, validated when it starts.</summary>
public sealed class GovernorOptions
{
    /// <summary>False sends every call at once: for a stand-in without limits.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The part of each limit that we use; the rest is for the customer's other apps, which share the limits.</summary>
    [Range(0.05, 1)]
    public double Share { get; set; } = 0.8;

    /// <summary>How long work with a deadline waits in process: long enough for a minute to pass. What takes longer is thrown at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(65);

    /// <summary>How long a call waits that somebody waits for.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan LongestInteractiveWait { get; set; } = TimeSpan.FromSeconds(5);
}
