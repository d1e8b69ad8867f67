namespace Dxtra.Klaviyo.Client;

/// <summary>429 after the short patience was spent, or at once when Klaviyo asks for a longer wait: let a durable timer wait.</summary>
public class KlaviyoThrottledException : KlaviyoException
{
    internal KlaviyoThrottledException(KlaviyoFailure failure, TimeSpan? retryAfter)
        : this(failure, "Klaviyo asks to slow down", retryAfter)
    {
    }

    private protected KlaviyoThrottledException(KlaviyoFailure failure, string what, TimeSpan? retryAfter)
        : base(failure, what) => RetryAfter = retryAfter;

    /// <summary>How long to wait, counted from the answer; null when Klaviyo did not say. Can be zero: use a floor.</summary>
    public TimeSpan? RetryAfter { get; }
}
