using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary><see cref="JwtTokenValidator"/> with a development key.</summary>
public sealed class DevelopmentTokenTests
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly AuthOptions _options = new();

    private TestToken Good => TestToken.Development(_key);

    [Fact]
    public async Task A_good_token_names_the_caller()
    {
        var caller = await ValidateAsync(Good.Sign());

        Assert.NotNull(caller);
        Assert.Equal(("user-1", "did:dep:c0ffee"), (caller.Subject, caller.Controller));
        Assert.Equal(["Admin", "Privacy & Compliance"], caller.Roles.Order());
    }

    [Fact]
    public async Task A_token_with_one_role_or_none_is_good()
    {
        Assert.Equal(["Admin"], (await ValidateAsync((Good with { Roles = ["Admin"] }).Sign()))!.Roles);
        Assert.Empty((await ValidateAsync((Good with { Roles = [] }).Sign()))!.Roles);
    }

    [Fact]
    public Task A_token_of_another_key_is_refused() => RefusesAsync(TestToken.Development(RandomNumberGenerator.GetBytes(32)));

    [Fact]
    public Task A_token_of_another_issuer_is_refused() => RefusesAsync(Good with { Issuer = "somebody" });

    [Fact]
    public Task A_token_for_another_audience_is_refused() => RefusesAsync(Good with { Audience = "something" });

    [Fact]
    public Task An_expired_token_is_refused() => RefusesAsync(Good with { Age = TimeSpan.FromHours(2) });

    [Fact]
    public Task A_token_that_is_not_valid_yet_is_refused() => RefusesAsync(Good with { Age = TimeSpan.FromHours(-1) });

    [Fact]
    public async Task A_token_half_a_minute_over_its_time_is_taken() =>
        Assert.NotNull(await ValidateAsync((Good with { Age = TimeSpan.FromMinutes(10), Lifetime = TimeSpan.FromMinutes(9.5) }).Sign()));

    [Fact]
    public Task A_token_two_minutes_over_its_time_is_refused() =>
        RefusesAsync(Good with { Age = TimeSpan.FromMinutes(10), Lifetime = TimeSpan.FromMinutes(8) });

    [Fact]
    public Task A_token_without_a_subject_is_refused() => RefusesAsync(Good with { Subject = null });

    [Fact]
    public Task A_token_without_a_controller_is_refused() => RefusesAsync(Good with { Controller = null });

    [Fact]
    public async Task A_token_signed_with_the_key_and_another_algorithm_is_refused() =>
        await RefusesAsync(new TestToken(new SymmetricSecurityKey(_key.Concat(new byte[32]).ToArray()), SecurityAlgorithms.HmacSha512));

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var parts = Good.Sign().Split('.');
        var none = Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"JWT"}"""));

        Assert.Null(await ValidateAsync($"{none}.{parts[1]}."));
        Assert.Null(await ValidateAsync($"{parts[0]}.{parts[1]}."));
    }

    [Fact]
    public async Task A_token_with_changed_claims_is_refused()
    {
        var (mine, other) = (Good.Sign().Split('.'), (Good with { Controller = "did:dep:bad" }).Sign().Split('.'));

        Assert.Null(await ValidateAsync($"{mine[0]}.{other[1]}.{mine[2]}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    public async Task What_is_no_token_is_refused(string text) => Assert.Null(await ValidateAsync(text));

    [Fact]
    public async Task Names_of_claims_are_settings()
    {
        (_options.ControllerClaim, _options.RolesClaim) = ("org", "groups");

        var caller = await ValidateAsync((Good with { ControllerClaim = "org", RolesClaim = "groups" }).Sign());

        Assert.NotNull(caller);
        Assert.Equal(2, caller.Roles.Count);
        Assert.Null(await ValidateAsync(Good.Sign()));
    }

    private async Task RefusesAsync(TestToken token) => Assert.Null(await ValidateAsync(token.Sign()));

    private Task<Caller?> ValidateAsync(string token)
    {
        _options.DevelopmentKey = Convert.ToBase64String(_key);
        return new JwtTokenValidator(Options.Create(_options)).ValidateAsync(token);
    }
}
