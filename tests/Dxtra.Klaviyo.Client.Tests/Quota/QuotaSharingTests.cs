namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>What an instance does with the blocks that it is given.</summary>
public sealed class QuotaSharingTests : IDisposable
{
    private static readonly QuotaRoute Route = SimulatedKlaviyo.Route((10, 1), (150, 60));

    private readonly Blocks _blocks = new();
    private readonly SimulatedKlaviyo _klaviyo;

    public QuotaSharingTests() => _klaviyo = new(0.5, _blocks);

    public void Dispose() => _klaviyo.Dispose();

    [Fact]
    public void Nothing_is_sent_before_there_is_a_block_and_no_more_than_it_holds()
    {
        Call(3);
        Assert.Empty(_klaviyo.Calls);

        Grant(new(2, 2, TimeSpan.FromSeconds(5)));

        Assert.Equal(2, _klaviyo.Calls.Count);
        _klaviyo.Pass(1.1);
        Assert.Equal(2, Asked(2).Count);
    }

    [Fact]
    public void The_budget_to_share_is_our_share_whatever_part_of_it_was_given()
    {
        Call(1);
        Grant(new(1, 1, TimeSpan.FromSeconds(5)));
        Call(1);
        _klaviyo.Pass(1.1);

        Assert.All(Asked(2), request => Assert.Equal([new(5, TimeSpan.FromSeconds(1)), new(75, TimeSpan.FromMinutes(1))], request.Budget));
        Assert.All(_blocks.Asked, request => Assert.Equal(("AbC123", "get_it"), (request.Account, request.Bucket)));
    }

    [Fact]
    public void A_block_that_was_used_up_early_is_followed_by_one_of_twice_its_size()
    {
        Call(1);
        Grant(new(4, 4, TimeSpan.FromSeconds(5)));
        Call(4);
        _klaviyo.Pass(1.1);

        Assert.Equal([1, 8], Asked(2).Select(request => request.Wanted));
    }

    [Fact]
    public void The_burst_of_a_block_is_kept()
    {
        Call(6);
        Grant(new(6, 2, TimeSpan.FromSeconds(5)));
        Assert.Equal(2, _klaviyo.Calls.Count);

        _klaviyo.Pass(1.1);

        Assert.Equal(4, _klaviyo.Calls.Count);
    }

    [Fact]
    public void What_is_left_of_a_block_at_its_end_is_lost()
    {
        Call(1);
        Grant(new(3, 3, TimeSpan.FromSeconds(5)));
        _klaviyo.Pass(5);
        Call(1);

        Assert.Single(_klaviyo.Calls);
        Assert.Equal(1, Asked(2)[^1].Wanted);
    }

    [Fact]
    public void Where_there_is_nothing_to_be_had_it_is_asked_again_when_told()
    {
        Call(1);
        Grant(new(0, 0, TimeSpan.FromSeconds(7)));
        _klaviyo.Pass(6.9);
        Assert.Single(_blocks.Asked);

        _klaviyo.Pass(0.2);
        Assert.Equal(2, Asked(2).Count);
        Grant(new(1, 1, TimeSpan.FromSeconds(5)));

        Assert.Single(_klaviyo.Calls);
    }

    [Fact]
    public void The_budget_of_a_key_is_not_shared_until_its_account_is_known()
    {
        using var key = new AccountQuota("key:5ecret", 1, _klaviyo.Time, _klaviyo.Time.GetTimestamp(), _blocks);

        key.Enter(Route, default, TimeSpan.Zero)!.Value.Waiter.Pass!.Dispose();
        Assert.Empty(_blocks.Asked);

        key.Rename("AbC123");
        _klaviyo.Pass(1.1);
        Assert.Null(key.Enter(Route, new(default, 0, 1, true), TimeSpan.FromSeconds(9))!.Value.Waiter.Pass);
        Assert.Single(Asked(1));
    }

    private void Call(int calls)
    {
        for (var call = 0; call < calls; call++)
            _klaviyo.Call(Route);
    }

    /// <summary>Asking happens on another thread, so it is waited for.</summary>
    private IReadOnlyList<QuotaLeaseRequest> Asked(int times)
    {
        Assert.True(SpinWait.SpinUntil(() => _blocks.Asked.Count >= times, TimeSpan.FromSeconds(10)), "it is asked for a block");
        return _blocks.Asked;
    }

    private void Grant(QuotaLease lease)
    {
        Asked(1);
        _blocks.Answer(lease);
        _klaviyo.Settle();
    }

    /// <summary>Answers when it is told to.</summary>
    private sealed class Blocks : IQuotaLeases
    {
        private readonly List<QuotaLeaseRequest> _asked = [];
        private TaskCompletionSource<QuotaLease>? _waiting;

        public IReadOnlyList<QuotaLeaseRequest> Asked
        {
            get
            {
                lock (_asked)
                    return [.. _asked];
            }
        }

        public async Task<QuotaLease> LeaseAsync(QuotaLeaseRequest request, CancellationToken cancellationToken)
        {
            var answer = new TaskCompletionSource<QuotaLease>();
            lock (_asked)
            {
                _asked.Add(request);
                _waiting = answer;
            }

            return await answer.Task;
        }

        /// <summary>On a thread without a context, which goes on with what awaits the answer: when it is back, the answer was taken in.</summary>
        public void Answer(QuotaLease lease)
        {
            var thread = new Thread(() => _waiting!.SetResult(lease));
            thread.Start();
            thread.Join();
        }
    }
}
