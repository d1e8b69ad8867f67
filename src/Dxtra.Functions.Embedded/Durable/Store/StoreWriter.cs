using System.Threading.Channels;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>
/// The only one who writes. Work that arrives while a transaction is being committed shares the next one, so that a disk sync is
/// paid once for many steps. A piece of work either throws before it writes or is rolled back and tried on its own.
/// </summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    private const int MaxBatch = 500;

    private readonly Channel<Work> _queue = Channel.CreateUnbounded<Work>(new() { SingleReader = true });
    private readonly SqliteSession _session;
    private readonly Task _loop;

    public StoreWriter(SqliteSession session)
    {
        _session = session;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Runs <paramref name="work"/> in a transaction; when the task completes it is on disk.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> work)
    {
        var item = new Work(session => work(session));
        if (!_queue.Writer.TryWrite(item))
            throw new ObjectDisposedException(nameof(StoreWriter), "The durable store is closed.");
        return (T)(await item.Done.Task)!;
    }

    /// <summary>Writes what was handed in before, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _session.Dispose();
    }

    private async Task RunAsync()
    {
        var batch = new List<Work>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MaxBatch && _queue.Reader.TryRead(out var work))
                batch.Add(work);
            if (batch.Count == 1 || !TryCommit(batch, out _))
                CommitOneByOne(batch);
        }
    }

    private void CommitOneByOne(List<Work> batch)
    {
        foreach (var work in batch)
        {
            if (!TryCommit([work], out var failure))
                work.Done.SetException(failure!);
        }
    }

    private bool TryCommit(List<Work> batch, out Exception? failure)
    {
        try
        {
            _session.Execute("begin immediate");
            var results = batch.ConvertAll(work => work.Run(_session));
            _session.Execute("commit");
            for (var i = 0; i < batch.Count; i++)
                batch[i].Done.SetResult(results[i]);
            failure = null;
            return true;
        }
        catch (Exception e)
        {
            _session.Rollback();
            failure = e;
            return false;
        }
    }

    private sealed record Work(Func<SqliteSession, object?> Run)
    {
        public TaskCompletionSource<object?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
