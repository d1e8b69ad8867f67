using System.Text.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Profiles;

/// <summary>Further addresses that a request adds to a profile or takes from it: <c>meta.patch_identifiers</c>.</summary>
internal sealed record IdentifierPatch(IReadOnlyList<string> Append, IReadOnlyList<string> Unappend)
{
    private const string Pointer = "/data/meta/patch_identifiers";

    public static IdentifierPatch Read(JsonObject data)
    {
        var patch = (data["meta"] as JsonObject)?["patch_identifiers"] as JsonObject;
        return new IdentifierPatch(ReadEmails(patch, "append"), ReadEmails(patch, "unappend"));
    }

    public void ApplyTo(Profile profile)
    {
        profile.SecondaryEmails.RemoveAll(Unappend.Contains);
        profile.SecondaryEmails.AddRange(Append.Where(email => email != profile.Email && !profile.SecondaryEmails.Contains(email)).Distinct().ToList());
    }

    private static IReadOnlyList<string> ReadEmails(JsonObject? patch, string name) => (patch?[name] as JsonObject)?["email"] switch
    {
        null => [],
        JsonArray emails when emails.All(email => email?.GetValueKind() == JsonValueKind.String) => [.. emails.Select(email => (string)email!)],
        JsonValue email when email.GetValueKind() == JsonValueKind.String => [(string)email!],
        _ => throw JsonBody.Invalid($"{Pointer}/{name}", "Addresses are required."),
    };
}
