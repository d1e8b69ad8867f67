using System.Text.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Profiles;

/// <summary>A profile as a request carries it.</summary>
/// <param name="Id">The id of an existing profile; null when it is named by an identifier.</param>
/// <param name="Attributes">Attributes by their API names. One that is absent is left alone, one that is null is cleared.</param>
/// <param name="Identifiers">Further addresses to add or to take away.</param>
internal sealed record ProfileBody(string? Id, JsonObject Attributes, IdentifierPatch Identifiers)
{
    private static readonly HashSet<string> Known =
        [.. ProfileAttributes.Texts, ProfileAttributes.Location, ProfileAttributes.Properties, "_kx", "anonymous_id", "meta"];

    /// <exception cref="ApiErrorException">400: no profile, or one with an unknown or ill-typed attribute.</exception>
    public static ProfileBody Read(JsonObject? body)
    {
        var data = JsonBody.Data(body, "profile");
        var attributes = JsonBody.Object(data, "attributes", "/data/attributes");
        Check(attributes);
        return new ProfileBody(JsonBody.OptionalText(data, "id", "/data/id"), attributes, IdentifierPatch.Read(data));
    }

    public static void Check(JsonObject attributes)
    {
        foreach (var (name, value) in attributes)
        {
            var fits = name is ProfileAttributes.Location or ProfileAttributes.Properties or "meta"
                ? value is null or JsonObject
                : value is null || value.GetValueKind() == JsonValueKind.String;
            if (!Known.Contains(name) || !fits)
                throw JsonBody.Invalid($"/data/attributes/{name}", $"'{name}' is not a valid field for the resource 'profile'.");
        }
    }
}
