using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>Loggers that keep silent while an orchestrator replays what it did before.</summary>
internal sealed class ReplaySafeLogging(TaskOrchestrationContext context, ILoggerFactory inner) : ILoggerFactory
{
    /// <summary>The factory below all wrappers: a context that wraps another may hand out a replay-safe one as its own.</summary>
    public ILoggerFactory Innermost => inner is ReplaySafeLogging wrapped ? wrapped.Innermost : inner;

    public ILogger CreateLogger(string categoryName) => Wrap(Innermost.CreateLogger(categoryName));

    public ILogger Wrap(ILogger logger) => new Logger(context, logger);

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("Providers are added to the host's logger factory, not to an orchestration's.");

    public void Dispose()
    {
        // The factory below belongs to the host.
    }

    private sealed class Logger(TaskOrchestrationContext context, ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!context.IsReplaying)
                inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
