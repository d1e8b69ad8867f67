using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>A token to be made: good as it stands, and bad in one way with <c>with</c>.</summary>
internal sealed record TestToken(SecurityKey Key, string Algorithm = SecurityAlgorithms.HmacSha256)
{
    public string Issuer { get; init; } = AuthOptions.DevelopmentIssuer;
    public string Audience { get; init; } = AuthOptions.DevelopmentAudience;
    public string? Subject { get; init; } = "user-1";
    public string? Controller { get; init; } = "did:dep:c0ffee";
    public IReadOnlyList<string> Roles { get; init; } = ["Privacy & Compliance", "Admin"];
    public string ControllerClaim { get; init; } = "controller";
    public string RolesClaim { get; init; } = "roles";
    public TimeSpan Age { get; init; }
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    public static TestToken Development(byte[] key) => new(new SymmetricSecurityKey(key));

    public string Sign()
    {
        var from = DateTime.UtcNow - Age;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            NotBefore = from,
            Expires = from + Lifetime,
            Subject = new ClaimsIdentity(Claims()),
            SigningCredentials = new SigningCredentials(Key, Algorithm),
        });
    }

    private IEnumerable<Claim> Claims()
    {
        if (Subject is not null)
            yield return new("sub", Subject);
        if (Controller is not null)
            yield return new(ControllerClaim, Controller);
        foreach (var role in Roles)
            yield return new(RolesClaim, role);
    }
}
