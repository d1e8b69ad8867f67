using Dxtra.Klaviyo.Local.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Local.Tests.Tokens;

public sealed class DevelopmentTokenTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private readonly string _key = DevelopmentKey.New();

    [Fact]
    public async Task The_key_verifies_it()
    {
        var result = await ValidateAsync(_key);

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("did:dep:shop", result.Claims["controller"]);
    }

    [Fact]
    public async Task Another_key_does_not() => Assert.False((await ValidateAsync(DevelopmentKey.New())).IsValid);

    [Fact]
    public void Roles_are_an_array_and_both_by_default()
    {
        var roles = Read(Create()).Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value);

        Assert.Equal(["Privacy & Compliance", "Admin"], roles);
    }

    [Fact]
    public void One_role_is_still_an_array()
    {
        var token = Read(DevelopmentToken.Create(_key, "did:dep:shop", ["Admin"], Now));

        Assert.True(token.TryGetPayloadValue<string[]>("roles", out var roles));
        Assert.Equal(["Admin"], roles);
    }

    [Fact]
    public void It_lives_twelve_hours_and_names_a_subject()
    {
        var token = Read(Create());

        Assert.Equal(TimeSpan.FromHours(12), token.ValidTo - token.ValidFrom);
        Assert.NotEmpty(token.Subject);
    }

    private string Create() => DevelopmentToken.Create(_key, "did:dep:shop", roles: null, Now);

    private static JsonWebToken Read(string token) => new(token);

    private Task<TokenValidationResult> ValidateAsync(string key) =>
        new JsonWebTokenHandler().ValidateTokenAsync(Create(), new TokenValidationParameters
        {
            ValidIssuer = "dxtra-development",
            ValidAudience = "dxtra-klaviyo",
            IssuerSigningKey = new SymmetricSecurityKey(Convert.FromBase64String(key)),
            ValidAlgorithms = ["HS256"],
        });
}
