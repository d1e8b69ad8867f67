using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>
/// An account whose calls travel: admitted, arriving at Klaviyo after a while, answered after another. Time moves in steps of ten
/// milliseconds, and everything happens on the test's own thread.
/// </summary>
internal sealed class SimulatedKlaviyo : IDisposable
{
    public static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private static long _calls;

    private readonly List<Sent> _sent = [];
    private readonly List<QuotaWaiter> _waiting = [];

    public SimulatedKlaviyo(double share = 1, IQuotaLeases? leases = null) => Quota = new("AbC123", share, Time, Time.GetTimestamp(), leases);

    public FakeTimeProvider Time { get; } = new();

    public AccountQuota Quota { get; }

    /// <summary>In the order of admission.</summary>
    public IReadOnlyList<Sent> Calls => _sent;

    /// <summary>How long the next calls travel to Klaviyo, and how long the answers back.</summary>
    public Func<(TimeSpan There, TimeSpan Back)> Journey { get; set; } = () => (TimeSpan.Zero, TimeSpan.Zero);

    public Func<HttpResponseMessage?> Answer { get; set; } = () => null;

    public static QuotaRoute Route(params (int Calls, int Seconds)[] limits) => new("get_it", [Bucket("get_it", limits)]);

    public static QuotaRoute.Bucket Bucket(string name, params (int Calls, int Seconds)[] limits) =>
        new(name, [.. limits.Select(limit => new RateLimit(limit.Calls, TimeSpan.FromSeconds(limit.Seconds)))]);

    /// <param name="route">What is asked.</param>
    /// <param name="label">To know the call again.</param>
    /// <param name="due">Days from now; null when somebody waits.</param>
    /// <param name="longest">Seconds of patience.</param>
    /// <returns>How long it was sent away for; null when it waits or was sent.</returns>
    public TimeSpan? Call(QuotaRoute route, string label = "", double? due = 30, double longest = 100_000)
    {
        var number = Interlocked.Increment(ref _calls);
        var order = new QuotaOrder(Time.Start.AddDays(due ?? 0) + (due is null ? Time.GetUtcNow() - Time.Start : default), 0, number, due is not null);
        var entry = Quota.Enter(route, order, TimeSpan.FromSeconds(longest))!.Value;
        if (entry.SentAway is not null)
            return entry.SentAway;
        Labels[entry.Waiter] = label;
        _waiting.Add(entry.Waiter);
        Settle();
        return null;
    }

    public QuotaWaiter Waiter(string label) => Labels.Single(pair => pair.Value == label).Key;

    public void Pass(double seconds)
    {
        for (var until = Time.GetUtcNow().AddSeconds(seconds); Time.GetUtcNow() < until;)
        {
            Time.Advance(Step);
            Settle();
        }
    }

    public void Dispose() => Quota.Dispose();

    private Dictionary<QuotaWaiter, string> Labels { get; } = [];

    /// <summary>Sends what was admitted and answers what is due.</summary>
    public void Settle()
    {
        var now = Time.GetUtcNow();
        var progress = true;
        while (progress)
        {
            progress = false;
            foreach (var waiter in _waiting.Where(waiter => waiter.Pass is not null).OrderBy(waiter => waiter.Order).ToList())
            {
                var (there, back) = Journey();
                _waiting.Remove(waiter);
                _sent.Add(new(waiter.Pass!, Labels[waiter], now - Time.Start, now - Time.Start + there, now - Time.Start + there + back));
                progress = true;
            }

            foreach (var call in _sent.Where(call => !call.IsAnswered && call.Answered <= now - Time.Start).ToList())
            {
                call.IsAnswered = true;
                using var response = Answer();
                Quota.Answer(call.Pass, response);
                progress = true;
            }
        }
    }

    internal sealed record Sent(QuotaPass Pass, string Label, TimeSpan Admitted, TimeSpan Arrived, TimeSpan Answered)
    {
        public bool IsAnswered { get; set; }
    }
}
