using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>
/// What was leased of one bucket of an account. A block may be used at any moment until it is over, so it weighs on a window from
/// when it was given until a window's length after its end: then no window holds more than the budget, wherever it begins.
/// </summary>
internal sealed class QuotaBook(IReadOnlyList<QuotaGrant> grants)
{
    /// <summary>A lease is short, so that little is lost; it asks for a call to the table every so often.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    /// <summary>Instances' clocks may differ by so much, and a call that left in time may arrive so late.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(2);

    /// <summary>A block is a quarter of what is left at most, and no more than can be used while it lives.</summary>
    private const int Parts = 4;

    public IReadOnlyList<QuotaGrant> Grants => grants;

    /// <summary>Leases to <paramref name="holder"/> what can be had, and tells what is written after that.</summary>
    public (QuotaBook After, QuotaLease Lease) Lease(string holder, QuotaLeaseRequest request, DateTimeOffset now)
    {
        var longest = request.Budget.Max(limit => limit.Window);
        var kept = grants.Where(grant => IsHeavy(grant, longest, now)).ToList();
        var left = request.Budget.Skip(1).Select(limit => limit.Calls - kept.Where(grant => IsHeavy(grant, limit.Window, now)).Sum(grant => grant.Calls))
            .DefaultIfEmpty(request.Budget[0].Calls).Min();
        if (left < 1)
            return (new(kept), new(0, 0, UntilRoom(kept, request, now)));

        var asked = kept.Find(grant => grant.Calls == 0 && grant.Holder == holder)?.From ?? now;
        var burst = BurstFor(holder, kept, request.Budget[0], asked, now);
        kept.RemoveAll(grant => grant.Calls == 0 && grant.Holder == holder);
        if (burst < 1)
        {
            kept.Add(new(holder, asked, now + Lifetime, 0, 0));
            return (new(kept), new(0, 0, request.Budget[0].Window));
        }

        var usable = burst * (int)Math.Ceiling(Lifetime / request.Budget[0].Window);
        var calls = Math.Min(Math.Clamp(left / Parts, 1, request.Wanted), usable);
        kept.Add(new(holder, now, now + Lifetime, calls, burst));
        return (new(kept), new(calls, burst, Lifetime));
    }

    /// <summary>
    /// Half of what others do not hold, so that one who comes next finds something; and one for each who has waited for longer. An
    /// instance keeps its own calls in their windows, so of its blocks only the largest counts.
    /// </summary>
    private static int BurstFor(string holder, List<QuotaGrant> grants, RateLimit limit, DateTimeOffset asked, DateTimeOffset now)
    {
        var others = grants.Where(grant => grant.Holder != holder && IsHeavy(grant, limit.Window, now)).ToLookup(grant => grant.Holder);
        var held = others.Sum(other => other.Max(grant => grant.Burst));
        var waiting = others.Count(other => other.All(grant => grant.Burst == 0) && other.Min(grant => grant.From) < asked);
        return (limit.Calls - held - waiting + 1) / 2;
    }

    /// <summary>When the first of the blocks that weigh on a full window stops to.</summary>
    private static TimeSpan UntilRoom(List<QuotaGrant> grants, QuotaLeaseRequest request, DateTimeOffset now)
    {
        var full = request.Budget.Skip(1).Where(limit => grants.Where(grant => IsHeavy(grant, limit.Window, now)).Sum(grant => grant.Calls) >= limit.Calls);
        return full.Max(limit => grants.Where(grant => grant.Calls > 0 && IsHeavy(grant, limit.Window, now)).Min(grant => grant.Until) + limit.Window + Skew - now);
    }

    private static bool IsHeavy(QuotaGrant grant, TimeSpan window, DateTimeOffset now) => grant.Calls == 0
        ? grant.Until > now
        : grant.Until + window + Skew > now;
}
