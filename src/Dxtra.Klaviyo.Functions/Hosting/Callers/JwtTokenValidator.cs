using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>JWTs of an OIDC issuer (keys by discovery, refreshed when they roll over) or of the development key.</summary>
internal sealed class JwtTokenValidator(IOptions<AuthOptions> options) : ITokenValidator
{
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly AuthOptions _options = options.Value;
    private readonly TokenValidationParameters _parameters = ParametersFor(options.Value);

    public async Task<Caller?> ValidateAsync(string token)
    {
        var result = await _handler.ValidateTokenAsync(token, _parameters);
        return result.IsValid ? ToCaller(result.ClaimsIdentity) : null;
    }

    /// <summary>A token without a subject or a controller says nothing about who may do what: it is not good.</summary>
    private Caller? ToCaller(ClaimsIdentity identity)
    {
        var subject = identity.FindFirst(JwtRegisteredClaimNames.Sub)?.Value;
        var controller = identity.FindFirst(_options.ControllerClaim)?.Value;
        if (string.IsNullOrEmpty(subject) || string.IsNullOrEmpty(controller))
            return null;
        var roles = identity.FindAll(_options.RolesClaim).Select(claim => claim.Value);
        return new(subject, controller, roles.ToHashSet(StringComparer.Ordinal));
    }

    private static TokenValidationParameters ParametersFor(AuthOptions options) =>
        options.Authority is { } authority ? OfIssuer(authority, options.Audience) : OfDevelopment(options.DevelopmentKey!);

    private static TokenValidationParameters OfDevelopment(string key) => new()
    {
        ValidIssuer = AuthOptions.DevelopmentIssuer,
        ValidAudience = AuthOptions.DevelopmentAudience,
        IssuerSigningKey = new SymmetricSecurityKey(Convert.FromBase64String(key)),
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        ClockSkew = ClockSkew,
    };

    private static TokenValidationParameters OfIssuer(Uri authority, string? audience)
    {
        var address = $"{authority.ToString().TrimEnd('/')}/.well-known/openid-configuration";
        var documents = new HttpDocumentRetriever { RequireHttps = !authority.IsLoopback };
        return new()
        {
            ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                address, new OpenIdConnectConfigurationRetriever(), documents),
            ValidAudience = audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
            ClockSkew = ClockSkew,
        };
    }

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);
}
