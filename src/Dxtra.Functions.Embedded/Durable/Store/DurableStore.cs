using System.Collections.Concurrent;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>The file <c>durable.db</c>: reads on connections of their own, writes through the one writer, then wakes who must know.</summary>
internal sealed class DurableStore : IAsyncDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private readonly string _path;
    private readonly StoreWriter _writer;
    private readonly WorkBoard _board;
    private readonly TimeProvider _time;

    public DurableStore(DataDirectory directory, WorkBoard board, TimeProvider time)
    {
        _path = Path.Combine(directory.Path, "durable.db");
        _board = board;
        _time = time;
        var session = new SqliteSession(_path);
        Schema.Ensure(session);
        _writer = new StoreWriter(session);
    }

    public DateTime Now => _time.GetUtcNow().UtcDateTime;

    public T Read<T>(Func<SqliteSession, T> query)
    {
        if (!_readers.TryTake(out var session))
            session = new SqliteSession(_path);
        try
        {
            return query(session);
        }
        finally
        {
            _readers.Add(session);
        }
    }

    /// <summary>Writes in one transaction; when this completes the work is on disk and its effects are under way.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, Effects, T> work)
    {
        var (result, effects) = await _writer.WriteAsync(session =>
        {
            var effects = new Effects();
            return (work(session, effects), effects);
        });
        _board.Publish(effects);
        return result;
    }

    /// <summary>Writes what must not be lost: if the disk is full, say, it is tried again until it is not, or the process stops.</summary>
    public async Task WriteSurelyAsync(Action<SqliteSession, Effects> work, Action<Exception> onFailure, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await WriteAsync((session, effects) =>
                {
                    work(session, effects);
                    return true;
                });
                return;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                onFailure(e);
                await Task.Delay(RetryDelay, _time, stopping);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        foreach (var reader in _readers)
            reader.Dispose();
    }
}
