using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary><see cref="JwtTokenValidator"/> with an OIDC issuer.</summary>
public sealed class IssuerTokenTests : IAsyncDisposable
{
    private readonly FakeIssuer _issuer = FakeIssuer.Start();
    private readonly JwtTokenValidator _validator;

    public IssuerTokenTests() => _validator = new(Options.Create(_issuer.Options));

    public ValueTask DisposeAsync() => _issuer.DisposeAsync();

    [Fact]
    public async Task A_good_token_names_the_caller() =>
        Assert.Equal("did:dep:c0ffee", (await _validator.ValidateAsync(_issuer.Good.Sign()))?.Controller);

    [Fact]
    public async Task A_slash_at_the_end_of_the_authority_does_not_matter()
    {
        var options = _issuer.Options;
        options.Authority = new(_issuer.Name + "/");

        Assert.NotNull(await new JwtTokenValidator(Options.Create(options)).ValidateAsync(_issuer.Good.Sign()));
    }

    [Fact]
    public Task A_token_that_names_another_issuer_is_refused() => RefusesAsync(_issuer.Good with { Issuer = "https://issuer.test" });

    [Fact]
    public Task A_token_for_another_audience_is_refused() => RefusesAsync(_issuer.Good with { Audience = "another-app" });

    [Fact]
    public Task An_expired_token_is_refused() => RefusesAsync(_issuer.Good with { Age = TimeSpan.FromHours(2) });

    [Fact]
    public Task A_token_of_a_key_that_the_issuer_does_not_have_is_refused() =>
        RefusesAsync(_issuer.Good with { Key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = _issuer.KeyId } });

    [Fact]
    public Task A_development_token_is_refused() => RefusesAsync(TestToken.Development(new byte[32]));

    /// <summary>The attack that takes the public key, which all may know, for a secret.</summary>
    [Fact]
    public Task A_token_signed_with_the_public_key_as_a_secret_is_refused() => RefusesAsync(_issuer.Good with
    {
        Key = new SymmetricSecurityKey(_issuer.PublicKeyPem) { KeyId = _issuer.KeyId },
        Algorithm = SecurityAlgorithms.HmacSha256,
    });

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var parts = _issuer.Good.Sign().Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none"}""");

        Assert.Null(await _validator.ValidateAsync($"{none}.{parts[1]}."));
    }

    [Fact]
    public async Task A_new_key_of_the_issuer_is_learned_without_a_restart()
    {
        Assert.NotNull(await _validator.ValidateAsync(_issuer.Good.Sign()));
        var old = _issuer.Good;
        _issuer.RollOver();

        await Poll.UntilAsync(() => _validator.ValidateAsync(_issuer.Good.Sign()), caller => caller is not null, "a token of the new key is taken");

        Assert.NotEqual(old.Key.KeyId, _issuer.KeyId);
    }

    private async Task RefusesAsync(TestToken token) => Assert.Null(await _validator.ValidateAsync(token.Sign()));
}
