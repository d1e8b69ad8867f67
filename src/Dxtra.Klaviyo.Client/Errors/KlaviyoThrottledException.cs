namespace Dxtra.Klaviyo.Client;

/// <summary>429 after the short patience was spent, or at once when Klaviyo asks for a longer wait: let a durable timer wait.</summary>
public sealed class KlaviyoThrottledException : KlaviyoException
{
    internal KlaviyoThrottledException(KlaviyoFailure failure, TimeSpan? retryAfter)
        : base(failure, "Klaviyo asks to slow down") => RetryAfter = retryAfter;

    /// <summary>How long Klaviyo asks to wait, counted from its answer; null when it did not say. Can be zero: use a floor.</summary>
    public TimeSpan? RetryAfter { get; }
}
