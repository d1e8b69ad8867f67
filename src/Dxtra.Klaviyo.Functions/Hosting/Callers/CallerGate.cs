using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Decides on one call: token, then the controller's DID, then the tenant, then the role.</summary>
internal sealed class CallerGate(ITokenValidator tokens, IOptions<AuthOptions> options)
{
    public async Task<Admission> AdmitAsync(string function, HttpContext http)
    {
        if (!Operations.Needs.TryGetValue(function, out var need))
            return new Admission.Refused(NotAllowed);
        if (need == Need.Nothing)
            return new Admission.Open();
        if (BearerToken(http.Request) is not { } token || await tokens.ValidateAsync(token) is not { } caller)
            return new Admission.Refused(NoToken);
        if (Refusal(http.Request.RouteValues["did"] as string, caller) is { } problem)
            return new Admission.Refused(problem);
        return Allows(need, caller) ? new Admission.Admitted(caller) : new Admission.Refused(NotAllowed);
    }

    /// <summary>A route without a controller is refused too: then nothing would say whose data it is.</summary>
    private static Problem? Refusal(string? did, Caller caller)
    {
        if (did is not null && !Did.IsValid(did))
            return Problem.Malformed("did", "The controller must be a decentralised identifier such as did:dep:… .");
        return string.Equals(did, caller.Controller, StringComparison.Ordinal) ? null : OtherController;
    }

    private bool Allows(Need need, Caller caller) => need switch
    {
        Need.Admin => caller.Roles.Contains(options.Value.AdminRole),
        Need.CustomerData => caller.Roles.Contains(options.Value.CustomerDataRole),
        _ => true,
    };

    private static string? BearerToken(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..].Trim() : null;
    }

    private static readonly Problem NoToken = new(StatusCodes.Status401Unauthorized, ProblemTypes.Unauthenticated,
        "Sign in first.", "The call needs a valid bearer token in the Authorization header.");

    private static readonly Problem OtherController = new(StatusCodes.Status403Forbidden, ProblemTypes.Forbidden,
        "Not allowed.", "The token does not act for this controller.");

    private static readonly Problem NotAllowed = new(StatusCodes.Status403Forbidden, ProblemTypes.Forbidden,
        "Not allowed.", "The token lacks the role that this operation needs.");
}
