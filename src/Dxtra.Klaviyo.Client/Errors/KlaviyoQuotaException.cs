namespace Dxtra.Klaviyo.Client;

/// <summary>
/// The call was not sent: our share of the account's limit is used up for longer than the caller waits. Let a durable timer wait for
/// <see cref="KlaviyoThrottledException.RetryAfter"/>.
/// </summary>
public sealed class KlaviyoQuotaException : KlaviyoThrottledException
{
    internal KlaviyoQuotaException(string operation, TimeSpan turn)
        : base(new KlaviyoFailure(operation), "Our share of Klaviyo's limit is used up", turn)
    {
    }
}
