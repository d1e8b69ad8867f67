using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Client;

/// <summary>Keeps every account's calls under a share of Klaviyo's limits, so that there are no 429s in normal running.</summary>
internal sealed class KlaviyoGovernor(IOptions<GovernorOptions> options, TimeProvider time, IEnumerable<IQuotaLeases> leases)
    : IKlaviyoGovernor, IDisposable
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private readonly GovernorOptions _options = options.Value;
    private readonly IQuotaLeases? _leases = leases.SingleOrDefault();
    private readonly QuotaCatalog _catalog = QuotaCatalog.Load();
    private readonly long _origin = time.GetTimestamp();

    /// <summary>By account id, and by key: then until its account is known, and after that the same as by account id.</summary>
    private readonly ConcurrentDictionary<string, AccountQuota> _accounts = new();
    private long _swept = time.GetTimestamp();

    /// <summary>How many accounts are remembered.</summary>
    public int Accounts => _accounts.Values.Distinct().Count();

    public async ValueTask<QuotaPass> AdmitAsync(QuotaCaller caller, KlaviyoRequest request, CancellationToken cancellationToken)
    {
        if (!_options.Enabled)
            return QuotaPass.Uncounted;
        var longestWait = caller.IsPlanned ? _options.LongestWait : _options.LongestInteractiveWait;
        var order = caller.Next(time.GetUtcNow());
        var (account, entry) = Enter(caller, _catalog.RouteOf(request), order, longestWait);
        if (entry.SentAway is { } turn)
            throw new KlaviyoQuotaException(request.Operation, turn);
        return entry.Waiter.Pass ?? await WaitAsync(account, entry.Waiter, longestWait, request, cancellationToken);
    }

    public TimeSpan WouldWait(QuotaCaller caller, KlaviyoRequest request) =>
        _options.Enabled ? AccountOf(caller).WouldWait(_catalog.RouteOf(request), caller.Next(time.GetUtcNow())) : TimeSpan.Zero;

    public void Identify(QuotaCaller caller, string accountId)
    {
        if (caller.Account == accountId || !_accounts.TryGetValue(caller.Account, out var key))
            return;
        var account = _accounts.GetOrAdd(accountId, key);
        if (account == key)
            key.Rename(accountId);
        else if (_accounts.TryUpdate(caller.Account, account, key))
            account.Absorb(key);
    }

    public void Dispose()
    {
        foreach (var account in _accounts.Values)
            account.Dispose();
    }

    private (AccountQuota Account, QuotaEntry Entry) Enter(QuotaCaller caller, QuotaRoute route, QuotaOrder order, TimeSpan longestWait)
    {
        Sweep();
        while (true)
        {
            var account = AccountOf(caller);
            if (account.Enter(route, order, longestWait) is { } entry)
                return (account, entry);
            _accounts.TryRemove(new(caller.Account, account));
        }
    }

    private async Task<QuotaPass> WaitAsync(
        AccountQuota account, QuotaWaiter waiter, TimeSpan longestWait, KlaviyoRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await waiter.WaitAsync(longestWait, time, cancellationToken);
        }
        catch (Exception ended) when (ended is TimeoutException or OperationCanceledException)
        {
            var turn = account.Leave(waiter);
            if (ended is TimeoutException)
                return turn is { } wait ? throw new KlaviyoQuotaException(request.Operation, wait) : waiter.Pass!;
            waiter.Pass?.Dispose();
            throw;
        }
    }

    private AccountQuota AccountOf(QuotaCaller caller) => _accounts.GetOrAdd(
        caller.Account, static (name, governor) => new(name, governor._options.Share, governor.Time, governor._origin, governor._leases), this);

    private TimeProvider Time => time;

    /// <summary>Forgets accounts in which nothing goes on.</summary>
    private void Sweep()
    {
        var swept = Interlocked.Read(ref _swept);
        if (time.GetElapsedTime(swept) < BetweenSweeps || Interlocked.CompareExchange(ref _swept, time.GetTimestamp(), swept) != swept)
            return;
        foreach (var account in _accounts)
        {
            if (account.Value.TryRetire())
                _accounts.TryRemove(account);
        }
    }
}
