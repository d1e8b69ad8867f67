using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>Checks the form of a pasted key before Klaviyo is asked, and says what is wrong with it.</summary>
internal static class ApiKeyRules
{
    public static KlaviyoKey? Check(string? text, FieldErrors errors)
    {
        if (KlaviyoKey.TryParse(text?.Trim(), out var key, out var problem))
            return key;
        errors.Add("apiKey", problem switch
        {
            KlaviyoKeyProblem.Empty => "Paste the account's private API key.",
            KlaviyoKeyProblem.Whitespace => "The key has white space in it. Copy it again, completely and alone.",
            KlaviyoKeyProblem.PublicKey => "This is the account's public key. Paste a private one: it begins with pk_.",
            KlaviyoKeyProblem.NotPrivate => "A private API key begins with pk_.",
            _ => "The key has characters that no key has. Copy it again, completely and alone.",
        });
        return null;
    }
}
