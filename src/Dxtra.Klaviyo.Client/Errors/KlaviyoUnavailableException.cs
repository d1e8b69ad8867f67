namespace Dxtra.Klaviyo.Client;

/// <summary>Klaviyo could not be asked or could not answer. Usually passes by itself.</summary>
public sealed class KlaviyoUnavailableException : KlaviyoException
{
    internal KlaviyoUnavailableException(KlaviyoFailure failure, KlaviyoUnavailableReason reason, TimeSpan? retryAfter = null)
        : base(failure, Text(reason)) => (Reason, RetryAfter) = (reason, retryAfter);

    public KlaviyoUnavailableReason Reason { get; }

    /// <summary>How long the server asks to wait, if it did.</summary>
    public TimeSpan? RetryAfter { get; }

    private static string Text(KlaviyoUnavailableReason reason) => reason switch
    {
        KlaviyoUnavailableReason.ServerError => "Klaviyo failed",
        KlaviyoUnavailableReason.GatewayError => "Klaviyo could not be reached behind its gateway",
        KlaviyoUnavailableReason.Blocked => "The network in front of Klaviyo refused the request",
        KlaviyoUnavailableReason.Redirected => "Klaviyo answered with a redirect, which is not followed",
        KlaviyoUnavailableReason.NotConnected => "No connection to Klaviyo",
        KlaviyoUnavailableReason.ConnectionLost => "The connection to Klaviyo broke",
        KlaviyoUnavailableReason.TimedOut => "Klaviyo did not answer in time",
        KlaviyoUnavailableReason.UnreadableBody => "Klaviyo's answer was cut off or not JSON",
        KlaviyoUnavailableReason.BodyTooLarge => "Klaviyo's answer is larger than permitted",
        _ => "Klaviyo's answer is not the document expected",
    };
}
