namespace Dxtra.Klaviyo.Client;

/// <summary>Permission to send one request. Whoever holds it says when the answer came; disposed without that, there came none.</summary>
internal sealed class QuotaPass(AccountQuota? account, IReadOnlyList<QuotaBucket> buckets, TimeSpan admitted) : IDisposable
{
    /// <summary>For when nobody counts.</summary>
    public static QuotaPass Uncounted { get; } = new(null, [], TimeSpan.Zero);

    public IReadOnlyList<QuotaBucket> Buckets => buckets;

    public TimeSpan Admitted => admitted;

    /// <summary>The call counts as arrived; written by <see cref="AccountQuota"/>.</summary>
    public bool IsOver { get; set; }

    public void Answered(HttpResponseMessage response) => account?.Answer(this, response);

    public void Dispose() => account?.Answer(this, null);
}
