using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

internal static class IdentityProblems
{
    public static Problem AlreadyProven { get; } = Problem.Conflict(ProblemTypes.IdentityAlreadyProven,
        "The person's identity is proven already.", "GET the request to see what is next.");

    public static Problem TooLate { get; } = Problem.Conflict(ProblemTypes.IdentityTooLate,
        "The time to prove the person's identity is over.", "The request is given up. When the person asks again, make another.");

    public static Problem CodeLocked { get; } = Problem.Conflict(ProblemTypes.IdentityCodeLocked,
        "The code is locked.", $"It was given wrong {IdentityCode.MostTries} times. Have another one made by the same call without a code, or prove the identity by account, document or attestation.");

    public static Problem CodesUsedUp { get; } = Problem.Conflict(ProblemTypes.IdentityCodesUsedUp,
        "No more codes are made for this request.", $"There were {IdentityCode.MostCodes}. Prove the identity by account, document or attestation, or cancel the request.");
}
