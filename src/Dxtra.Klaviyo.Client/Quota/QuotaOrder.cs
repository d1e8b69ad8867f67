namespace Dxtra.Klaviyo.Client;

/// <summary>
/// Who goes first: the nearest deadline; of the same deadline the work that began first, so that what is begun is finished before
/// more is begun. A call that somebody waits for is due now.
/// </summary>
/// <param name="Due">When the work must be done.</param>
/// <param name="Caller">Numbers the callers.</param>
/// <param name="Call">Numbers the calls.</param>
/// <param name="Planned">False for a call that somebody waits for.</param>
internal readonly record struct QuotaOrder(DateTimeOffset Due, long Caller, long Call, bool Planned) : IComparable<QuotaOrder>
{
    public int CompareTo(QuotaOrder other) => (Due, Caller, Call).CompareTo((other.Due, other.Caller, other.Call));
}
