using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>What a caller is told when Klaviyo did not show the account behind a key.</summary>
internal static class KeyProblems
{
    public static Problem Of(ExplorationResult reason) => reason switch
    {
        ExplorationResult.AuthenticationFailed => AuthenticationFailed,
        ExplorationResult.NoAccountScope => NoAccountScope,
        ExplorationResult.Throttled { RetryAfter: var wait } => Throttled with { RetryAfter = wait ?? TimeSpan.FromSeconds(60) },
        _ => Unavailable,
    };

    private static readonly Problem AuthenticationFailed = new(StatusCodes.Status422UnprocessableEntity,
        ProblemTypes.AuthenticationFailed, "Failed to authenticate with Klaviyo.",
        "Klaviyo does not know this key. Was it copied completely? Was it revoked? Is the account active?")
    {
        Errors = new Dictionary<string, string[]> { ["apiKey"] = ["Klaviyo does not know this key."] },
    };

    private static readonly Problem NoAccountScope = new(StatusCodes.Status422UnprocessableEntity,
        ProblemTypes.MissingScope, "The key lacks a scope.",
        "The key may not read the account. A key's scopes cannot be changed: make a new one with accounts:read.")
    {
        Errors = new Dictionary<string, string[]> { ["apiKey"] = ["The scope accounts:read is missing."] },
    };

    private static readonly Problem Throttled = new(StatusCodes.Status503ServiceUnavailable,
        ProblemTypes.Throttled, "Klaviyo asks for patience.", "The account's rate limit is used up. Try again a little later.");

    private static readonly Problem Unavailable = new(StatusCodes.Status502BadGateway,
        ProblemTypes.Unavailable, "Klaviyo did not answer.", "Klaviyo could not be reached or gave no usable answer. The key may be good: try again.");
}
