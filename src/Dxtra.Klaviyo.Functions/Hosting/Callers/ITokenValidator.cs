namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Turns a bearer token into a caller.</summary>
internal interface ITokenValidator
{
    /// <summary>The caller, or null when the token is not good in any way.</summary>
    Task<Caller?> ValidateAsync(string token);
}
