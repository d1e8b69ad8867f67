using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Who may call (section <c>Auth</c>). Either an OIDC issuer or, on a developer's machine, a shared key.</summary>
internal sealed class AuthOptions : IValidatableObject
{
    public const string Section = "Auth";
    public const string DevelopmentIssuer = "dxtra-development";
    public const string DevelopmentAudience = "dxtra-klaviyo";

    /// <summary>Base address of the OIDC issuer; its discovery document gives the signing keys.</summary>
    public Uri? Authority { get; set; }

    /// <summary>The <c>aud</c> that a token of the issuer must carry.</summary>
    public string? Audience { get; set; }

    /// <summary>Base64 of at least 32 random bytes; signs development tokens (HS256). Refused where an authority is set.</summary>
    public string? DevelopmentKey { get; set; }

    [Required]
    public string ControllerClaim { get; set; } = "controller";

    [Required]
    public string RolesClaim { get; set; } = "roles";

    /// <summary>The role that may see and change customer data.</summary>
    [Required]
    public string CustomerDataRole { get; set; } = "Privacy & Compliance";

    /// <summary>The role that may connect, rotate and remove processors.</summary>
    [Required]
    public string AdminRole { get; set; } = "Admin";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var hasKey = !string.IsNullOrEmpty(DevelopmentKey);
        if (Authority is not null && hasKey)
            yield return new("Auth__DevelopmentKey and Auth__Authority exclude each other: remove one.");
        if (Authority is null && !hasKey)
            yield return new("Set Auth__Authority and Auth__Audience, or Auth__DevelopmentKey on a developer's machine.");
        if (Authority is not null && !IsTrusted(Authority))
            yield return new("Auth__Authority must be an https address: whoever can change its answers can sign tokens.");
        if (Authority is not null && string.IsNullOrWhiteSpace(Audience))
            yield return new("Auth__Audience is missing: without it any token of the issuer would be taken.");
        if (hasKey && !IsKey(DevelopmentKey!))
            yield return new("Auth__DevelopmentKey must be base64 of at least 32 bytes.");
    }

    private static bool IsTrusted(Uri authority) =>
        authority.IsAbsoluteUri && (authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback));

    private static bool IsKey(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= 32;
    }
}
