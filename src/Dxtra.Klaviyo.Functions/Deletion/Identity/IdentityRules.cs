using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Checks how a person is said to have proven who they are.</summary>
internal static class IdentityRules
{
    private const int MostCharacters = 200;

    private static readonly IReadOnlyDictionary<string, IdentityMethod> Methods = Words.All<IdentityMethod>();

    /// <summary>The method, or null; what is wrong is in <paramref name="errors"/>.</summary>
    public static IdentityMethod? Check(ProveIdentityBody body, FieldErrors errors)
    {
        if (body.Method is null || !Methods.TryGetValue(body.Method, out var method))
        {
            errors.Add("method", $"Say how the person proves who they are: {string.Join(", ", Methods.Keys)}.");
            return null;
        }

        if (method == IdentityMethod.Email)
            CheckCode(body, errors);
        else
            CheckProof(body, errors);
        return errors.Any ? null : method;
    }

    private static void CheckCode(ProveIdentityBody body, FieldErrors errors)
    {
        if (body.Code is { } code && !IdentityCodes.IsCode(code))
            errors.Add("code", $"A code has {IdentityCodes.Digits} digits.");
        if (body.Reference is not null)
            errors.Add("reference", "A code is its own proof: it goes without a reference.");
        if (body.Verifier is not null)
            errors.Add("verifier", "A code is checked here: it goes without a verifier.");
    }

    private static void CheckProof(ProveIdentityBody body, FieldErrors errors)
    {
        if (body.Code is not null)
            errors.Add("code", "A code belongs to the method email.");
        CheckText(body.Reference, "reference", "Say by what the verifier can find the proof", errors);
        CheckText(body.Verifier, "verifier", "Say who checked the proof", errors);
    }

    private static void CheckText(string? text, string field, string ask, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MostCharacters || text.Any(char.IsControl))
            errors.Add(field, $"{ask}, in 1 to {MostCharacters} characters and no control characters.");
    }
}
