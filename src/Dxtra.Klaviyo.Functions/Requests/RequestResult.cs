namespace Dxtra.Klaviyo.Functions.Requests;

internal enum RequestResult
{
    /// <summary>Everything that was asked for was read.</summary>
    Complete,

    /// <summary>Read, but for the gaps that are named.</summary>
    Partial,

    /// <summary>Klaviyo holds no profile that matches the subject.</summary>
    NoSuchProfile,

    /// <summary>It is not certain whose profiles were found: the request waits for the caller. Not an end.</summary>
    AwaitingApproval,

    /// <summary>The caller gave it up.</summary>
    Cancelled,

    /// <summary>Nobody proved the person's identity in time.</summary>
    IdentityTimedOut,

    /// <summary>Klaviyo does not take the processor's key.</summary>
    AuthenticationFailed,

    /// <summary>The key lacks a scope without which nothing can be read.</summary>
    MissingScope,

    /// <summary>Klaviyo did not answer within our patience.</summary>
    Unavailable,
}
