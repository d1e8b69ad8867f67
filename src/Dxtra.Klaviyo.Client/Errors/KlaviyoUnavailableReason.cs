namespace Dxtra.Klaviyo.Client;

/// <summary>Why no answer of Klaviyo's came through.</summary>
public enum KlaviyoUnavailableReason
{
    /// <summary>5xx other than those of a gateway: the request was received and failed.</summary>
    ServerError,

    /// <summary>502, 503, 504, 524: a gateway could not reach the server, or not in time.</summary>
    GatewayError,

    /// <summary>The network in front of Klaviyo answered for it, usually with an HTML page.</summary>
    Blocked,

    /// <summary>A redirect, which is never followed: the key must not travel to another place.</summary>
    Redirected,

    /// <summary>No connection was made, so the request was certainly not received.</summary>
    NotConnected,

    /// <summary>The connection broke; whether the request was received is unknown.</summary>
    ConnectionLost,

    /// <summary>No complete answer within <see cref="KlaviyoOptions.AttemptTimeout"/>.</summary>
    TimedOut,

    /// <summary>The body ended too early or was not JSON.</summary>
    UnreadableBody,

    /// <summary>The body was larger than <see cref="KlaviyoOptions.MaxResponseBytes"/>.</summary>
    BodyTooLarge,

    /// <summary>JSON, but not the document that this operation answers with.</summary>
    UnexpectedShape,
}
