using Dxtra.Klaviyo.Local.Settings;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Local.Tokens;

/// <summary>
/// Signs the tokens that stand in for Dxtra's own on one machine: HS256, issuer <c>dxtra-development</c>, audience
/// <c>dxtra-klaviyo</c>, claims <c>controller</c> and <c>roles</c>.
/// </summary>
internal static class DevelopmentToken
{
    public static readonly IReadOnlyList<string> AllRoles = ["Privacy & Compliance", "Admin"];

    public const string DefaultSubject = "developer";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <param name="key">Base64 of at least 32 bytes, the setting <c>Auth__DevelopmentKey</c>.</param>
    /// <param name="controller">The DID that the caller acts for.</param>
    /// <param name="roles">Names as the app's settings have them; <see cref="AllRoles"/> when null.</param>
    /// <param name="now">Start of the token's life of 12 hours.</param>
    /// <param name="subject">Who acts: some things take two people.</param>
    /// <exception cref="LauncherException">The key is no base64 or too short.</exception>
    public static string Create(string key, string controller, IReadOnlyList<string>? roles, DateTimeOffset now, string subject = DefaultSubject) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "dxtra-development",
            Audience = "dxtra-klaviyo",
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = now.Add(Lifetime).UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = subject,
                ["controller"] = controller,
                ["roles"] = roles ?? AllRoles,
            },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Decode(key)), SecurityAlgorithms.HmacSha256),
        });

    private static byte[] Decode(string key)
    {
        var bytes = new byte[key.Length];
        if (!Convert.TryFromBase64String(key, bytes, out var length) || length < 32)
            throw new LauncherException($"{SettingNames.DevelopmentKey} has to be base64 of at least 32 bytes.");

        return bytes[..length];
    }
}
