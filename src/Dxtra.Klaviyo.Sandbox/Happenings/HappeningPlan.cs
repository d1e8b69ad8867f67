using Dxtra.Klaviyo.Sandbox.Control;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.Happenings;

/// <summary>What is yet to happen. Used while the data's gate is held.</summary>
internal sealed class HappeningPlan(
    AccountData data, MergeControl merges, EventControl events, CreditLookup credits, OperationCatalog catalog, TimeProvider time)
{
    private List<PendingHappening> _pending = [];

    public IReadOnlyList<PendingHappening> Pending
    {
        get
        {
            lock (data.Gate)
                return [.. _pending.Select(pending => pending with { })];
        }
    }

    /// <summary>Replaces all.</summary>
    /// <exception cref="ArgumentException">One makes no sense; all stay as they were.</exception>
    public void Set(IReadOnlyList<Happening> happenings)
    {
        lock (data.Gate)
        {
            foreach (var happening in happenings)
                Check(happening);
            _pending = [.. happenings.Select(happening => new PendingHappening(happening))];
        }
    }

    /// <summary>Lets happen what is due before a call of an operation, or before what it started takes effect.</summary>
    public void Advance(string operation, bool beforeEffect = false)
    {
        var now = time.GetUtcNow();
        foreach (var due in _pending.FindAll(pending => pending.Happening.BeforeEffect == beforeEffect && pending.Count(operation, now)))
            Carry(due.Happening);
    }

    private void Carry(Happening happening)
    {
        if (happening.Merge is { } merge)
            merges.Merge(merge);
        if (happening.Events is { } arrival)
            events.Add(arrival.ProfileId, new NewEvents(arrival.Items));
    }

    private void Check(Happening happening)
    {
        if (happening.AfterCalls < 0 || (happening.Operation is { } operation && catalog.All.All(known => known.Id != operation)))
            throw new ArgumentException("afterCalls must not be negative, and operation one of those that GET /sandbox lists.");
        if (happening.Merge is null && happening.Events is null)
            throw new ArgumentException("Something must happen: merge or events.");
        // An unknown name must show now: when the happening is due there may be nobody to tell.
        foreach (var item in happening.Events?.Items ?? [])
            credits.Find(item.Campaign, item.Flow);
    }
}
