namespace Dxtra.Klaviyo.Client;

/// <content>What ties an account's budget to its keys, to other instances, and to memory.</content>
internal sealed partial class AccountQuota
{
    /// <summary>The account of a key is known now: from here on it shares its budget.</summary>
    public void Rename(string account)
    {
        lock (_gate)
        {
            _name = account;
            foreach (var bucket in _buckets.Values)
                bucket.Block ??= NewBlock();
        }
    }

    /// <summary>Counts what was called with a key before its account was known.</summary>
    public void Absorb(AccountQuota key)
    {
        // One gate inside the other: always the key's outside.
        lock (key._gate)
        {
            lock (_gate)
            {
                foreach (var bucket in key._buckets.Values)
                    BucketOf(new(bucket.Name, bucket.Specified)).Absorb(bucket, Now());
            }
        }
    }

    /// <summary>True when nothing is going on and nothing is remembered; then it is over.</summary>
    public bool TryRetire()
    {
        lock (_gate)
        {
            var now = Now();
            _retired = _retired || (_lines.Values.All(line => line.Count == 0) && _buckets.Values.All(bucket => bucket.IsIdle(now)));
            if (_retired)
                _timer.Dispose();
            return _retired;
        }
    }

    /// <summary>The budget of a key whose account is not known belongs to this instance alone: there is no name for it that all know.</summary>
    private QuotaBlock? NewBlock() => _leases is null || _name.StartsWith(QuotaCaller.KeyPrefix, StringComparison.Ordinal) ? null : new();

    private void Lease(List<QuotaLine> stopped, TimeSpan now)
    {
        foreach (var bucket in stopped.SelectMany(line => line.Buckets).Distinct())
        {
            if (bucket.Block is { } block && block.IsWanting(now) && bucket.FreeAt(now, planned: false, ahead: 0) <= now)
            {
                var waiting = _lines.Values.Where(line => line.Buckets.Contains(bucket)).Sum(line => line.Count);
                var request = new QuotaLeaseRequest(_name, bucket.Name, bucket.Budget(now), block.Ask(now, waiting));
                _ = Task.Run(() => LeaseAsync(block, request, now));
            }
        }
    }

    private async Task LeaseAsync(QuotaBlock block, QuotaLeaseRequest request, TimeSpan asked)
    {
        var lease = await _leases!.LeaseAsync(request, CancellationToken.None);
        lock (_gate)
        {
            block.Granted(lease, asked);
            if (!_retired)
                Serve(Now());
        }
    }
}
