using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Client;

/// <summary>Where Klaviyo is and how patient one call may be. Bound by the host, validated when it starts.</summary>
public sealed class KlaviyoOptions
{
    /// <summary>Scheme, host and, behind a proxy, a path prefix; the client adds <c>api/…</c>. Absolute, http or https.</summary>
    [Required, HttpAddress]
    public Uri BaseAddress { get; set; } = new("https://a.klaviyo.com/");

    /// <summary>The pinned API revision, <c>YYYY-MM-DD</c> with an optional suffix such as <c>.pre</c>.</summary>
    [Required, RegularExpression(@"^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$")]
    public string Revision { get; set; } = "2026-07-15";

    /// <summary>How long one attempt may take, its body included. An attempt that runs out of time is not repeated.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is repeated after the first attempt. 0 turns repeating off.</summary>
    [Range(0, 5)]
    public int MaxRetries { get; set; } = 3;

    /// <summary>The first wait between attempts; it doubles each time, with jitter. Also the floor for <c>Retry-After</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:30")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest <c>Retry-After</c> that is waited for here. A longer one is thrown to the caller at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>The largest response body that is read, in bytes after decompression.</summary>
    [Range(1024, int.MaxValue)]
    public int MaxResponseBytes { get; set; } = 256 * 1024 * 1024;
}
