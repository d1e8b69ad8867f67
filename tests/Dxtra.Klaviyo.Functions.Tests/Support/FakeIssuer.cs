using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>An OIDC issuer on loopback: a discovery document and a set of RSA keys that can roll over.</summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private RsaSecurityKey _key = NewKey();

    private FakeIssuer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(context => AnswerTo(context.Request.Path).ExecuteAsync(context));
        _app.Start();
    }

    /// <summary>Without a slash at its end, as issuers write it.</summary>
    public string Name => _app.Urls.Single();

    public AuthOptions Options => new() { Authority = new(Name), Audience = "dxtra-klaviyo" };

    public TestToken Good => new(_key, SecurityAlgorithms.RsaSha256) { Issuer = Name };

    /// <summary>What anybody can fetch of the key, as PEM.</summary>
    public byte[] PublicKeyPem => System.Text.Encoding.ASCII.GetBytes(_key.Rsa.ExportSubjectPublicKeyInfoPem());

    public string KeyId => _key.KeyId;

    public static FakeIssuer Start() => new();

    public void RollOver() => _key = NewKey();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult AnswerTo(PathString path) => path.Value switch
    {
        "/.well-known/openid-configuration" => Results.Json(new { issuer = Name, jwks_uri = $"{Name}/keys" }),
        "/keys" => Results.Json(new { keys = new[] { Jwk(_key) } }),
        _ => Results.NotFound(),
    };

    private static object Jwk(RsaSecurityKey key)
    {
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            kid = key.KeyId,
            n = Base64UrlEncoder.Encode(numbers.Modulus!),
            e = Base64UrlEncoder.Encode(numbers.Exponent!),
        };
    }

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("n") };
}
