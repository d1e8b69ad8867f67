using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>Who may call what: the scheme, the key, its scopes, the account's plan.</summary>
internal sealed class KeyRing(AccountData data)
{
    private const string Scheme = "Klaviyo-API-Key ";

    /// <exception cref="ApiErrorException">401: no key, or none that is valid.</exception>
    public ApiKey Authenticate(IHeaderDictionary headers)
    {
        var header = headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            throw new ApiErrorException(AccessErrors.AuthenticationFailed);
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw new ApiErrorException(AccessErrors.NotAuthenticated);

        var value = header[Scheme.Length..].Trim();
        return data.Keys.FirstOrDefault(key => key.Value == value && !key.Revoked)
            ?? throw new ApiErrorException(AccessErrors.AuthenticationFailed);
    }

    /// <exception cref="ApiErrorException">403: a scope is missing, or the plan does not include the operation.</exception>
    public void Authorize(ApiKey key, Operation operation)
    {
        if (!key.Scopes.IsSupersetOf(operation.Scopes))
            throw new ApiErrorException(AccessErrors.MissingScope);
        if (operation.IsWebhooks && !data.AdvancedKdp)
            throw new ApiErrorException(AccessErrors.MissingPlan);
    }
}
