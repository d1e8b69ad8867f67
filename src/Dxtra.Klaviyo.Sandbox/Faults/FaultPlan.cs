using Dxtra.Klaviyo.Sandbox.Resources.Privacy;

namespace Dxtra.Klaviyo.Sandbox.Faults;

/// <summary>The faults that are switched on. Each call is hit by the first rule whose turn it is.</summary>
internal sealed class FaultPlan(FaultKinds kinds)
{
    private readonly Lock _gate = new();
    private List<FaultCounter> _counters = [];

    public IReadOnlyList<FaultCounter> Counters
    {
        get
        {
            lock (_gate)
                return [.. _counters.Select(counter => counter with { })];
        }
    }

    /// <summary>Replaces all rules; their counters begin at zero.</summary>
    /// <exception cref="ArgumentException">A rule makes no sense; the rules stay as they were.</exception>
    public void Set(IEnumerable<FaultRule> rules)
    {
        var counters = rules.Select(rule => new FaultCounter(rule)).ToList();
        foreach (var counter in counters)
            Check(counter.Rule);
        lock (_gate)
            _counters = counters;
    }

    public Fault? Next(string operation)
    {
        lock (_gate)
        {
            var due = _counters.Where(counter => counter.Concerns(operation)).ToList().FindAll(counter => counter.Count());
            var first = due.FirstOrDefault();
            first?.Hit();
            return first is null ? null : kinds.Make(first.Rule, operation);
        }
    }

    private static void Check(FaultRule rule)
    {
        if (!FaultKinds.All.Contains(rule.Kind))
            throw new ArgumentException($"There is no fault of kind '{rule.Kind}'. Kinds: {string.Join(", ", FaultKinds.All)}.");
        if (!FaultKinds.Fits(rule))
            throw new ArgumentException($"'{rule.Kind}' needs an operation that it can befall, and 'returned' one of: {string.Join(", ", Comeback.Ways)}.");
        if (rule.Every < 1 || rule.Skip < 0 || rule.Times < 0 || rule.Milliseconds < 0 || rule.Bytes < 0 || rule.Status is < 400 or > 599)
            throw new ArgumentException("every must be at least 1, status from 400 to 599, and no other number negative.");
    }
}
