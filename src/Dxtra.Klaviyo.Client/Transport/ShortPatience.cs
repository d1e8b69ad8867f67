using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// Repeats what failed in passing. With the default options a call waits 0.5, 1 and 2 seconds or so, or what <c>Retry-After</c> asks,
/// each time 4 seconds at most: about 12 seconds in all. What takes longer is thrown, for durable timers to wait.
/// </summary>
internal sealed partial class ShortPatience
{
    /// <summary>Not the time-out: an attempt that ran out of time has used up the patience.</summary>
    private static readonly HashSet<KlaviyoUnavailableReason> PassingReasons =
    [
        KlaviyoUnavailableReason.GatewayError,
        KlaviyoUnavailableReason.Blocked,
        KlaviyoUnavailableReason.NotConnected,
        KlaviyoUnavailableReason.ConnectionLost,
        KlaviyoUnavailableReason.UnreadableBody,
    ];

    private readonly KlaviyoOptions _options;
    private readonly ILogger<ShortPatience> _logger;
    private readonly ResiliencePipeline<KlaviyoBody?> _idempotent;
    private readonly ResiliencePipeline<KlaviyoBody?> _creating;

    public ShortPatience(IOptions<KlaviyoOptions> options, TimeProvider time, ILogger<ShortPatience> logger)
    {
        (_options, _logger) = (options.Value, logger);
        _idempotent = Pipeline(IsPassing, time);
        _creating = Pipeline(WasCertainlyNotTaken, time);
    }

    public ResiliencePipeline<KlaviyoBody?> For(KlaviyoRequest request) => request.IsIdempotent ? _idempotent : _creating;

    private ResiliencePipeline<KlaviyoBody?> Pipeline(Func<Exception?, bool> isRepeatable, TimeProvider time) =>
        _options.MaxRetries == 0
            ? ResiliencePipeline<KlaviyoBody?>.Empty
            : new ResiliencePipelineBuilder<KlaviyoBody?> { TimeProvider = time }
                .AddRetry(new RetryStrategyOptions<KlaviyoBody?>
                {
                    MaxRetryAttempts = _options.MaxRetries,
                    Delay = _options.RetryDelay,
                    MaxDelay = _options.LongestWait,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = args => ValueTask.FromResult(isRepeatable(args.Outcome.Exception) && IsSoon(args.Outcome.Exception)),
                    DelayGenerator = args => ValueTask.FromResult(AtLeastTheFloor(AskedFor(args.Outcome.Exception))),
                    OnRetry = ReportAsync,
                })
                .Build();

    private static bool IsPassing(Exception? fault) => fault switch
    {
        KlaviyoQuotaException => false,
        KlaviyoThrottledException => true,
        KlaviyoUnavailableException unavailable => PassingReasons.Contains(unavailable.Reason),
        _ => false,
    };

    private static bool WasCertainlyNotTaken(Exception? fault) => IsPassing(fault) && fault is KlaviyoThrottledException
        or KlaviyoUnavailableException { Reason: KlaviyoUnavailableReason.NotConnected };

    private bool IsSoon(Exception? fault) => AskedFor(fault) is not { } wait || wait <= _options.LongestWait;

    private static TimeSpan? AskedFor(Exception? fault) => fault switch
    {
        KlaviyoThrottledException throttled => throttled.RetryAfter,
        KlaviyoUnavailableException unavailable => unavailable.RetryAfter,
        _ => null,
    };

    /// <summary>
    /// Klaviyo says 0 or 1 also when the minute is used up, and all callers of an account hear the same number: hence a floor and a
    /// random part on top. Null, when nothing was asked for, leaves the wait to the doubling delay.
    /// </summary>
    private TimeSpan? AtLeastTheFloor(TimeSpan? wait) => wait is { } asked
        ? (asked > _options.RetryDelay ? asked : _options.RetryDelay) + (_options.RetryDelay * Random.Shared.NextDouble())
        : null;

    private ValueTask ReportAsync(OnRetryArguments<KlaviyoBody?> args)
    {
        if (args.Outcome.Exception is KlaviyoException fault)
            Log.Repeating(_logger, fault.Operation, fault.GetType().Name, args.AttemptNumber + 1, args.RetryDelay.TotalMilliseconds);
        return ValueTask.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Klaviyo did not answer {Operation} ({Problem}); repeat {Repeat} in {WaitMs:F0} ms")]
        public static partial void Repeating(ILogger logger, string operation, string problem, int repeat, double waitMs);
    }
}
