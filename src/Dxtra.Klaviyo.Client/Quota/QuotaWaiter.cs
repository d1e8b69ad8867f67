namespace Dxtra.Klaviyo.Client;

/// <summary>A call that wants to be sent.</summary>
internal sealed class QuotaWaiter(QuotaLine line, QuotaOrder order) : IComparable<QuotaWaiter>
{
    private readonly TaskCompletionSource<QuotaPass> _admission = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public QuotaLine Line => line;

    public QuotaOrder Order => order;

    /// <summary>Set when the call was admitted.</summary>
    public QuotaPass? Pass { get; private set; }

    public void Admit(QuotaPass pass)
    {
        Pass = pass;
        _admission.SetResult(pass);
    }

    /// <exception cref="TimeoutException">It was not admitted in time, and may be yet: see <see cref="AccountQuota.Leave"/>.</exception>
    public Task<QuotaPass> WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken) =>
        _admission.Task.WaitAsync(longest, time, cancellationToken);

    public int CompareTo(QuotaWaiter? other) => other is null ? 1 : order.CompareTo(other.Order);
}
