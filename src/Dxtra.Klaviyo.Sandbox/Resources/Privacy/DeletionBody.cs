using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Privacy;

/// <summary>Whom a request for deletion names.</summary>
/// <param name="Kind"><c>email</c>, <c>phone_number</c> or <c>id</c>.</param>
/// <param name="Value">The identifier.</param>
internal sealed record DeletionBody(string Kind, string Value)
{
    private const string Pointer = "/data/attributes/profile";
    private static readonly string[] Kinds = ["email", "phone_number"];

    /// <exception cref="Errors.ApiErrorException">400: no identifier, several of them, or one that deletion does not know.</exception>
    public static DeletionBody Read(JsonObject? body)
    {
        var job = JsonBody.Object(JsonBody.Data(body, "data-privacy-deletion-job"), "attributes", "/data/attributes");
        var profile = JsonBody.Data(JsonBody.Object(job, "profile", Pointer), "profile");
        var attributes = JsonBody.Object(profile, "attributes", Pointer + "/data/attributes");
        if (attributes.Select(attribute => attribute.Key).Except(Kinds).FirstOrDefault() is { } unknown)
            throw JsonBody.Invalid($"{Pointer}/data/attributes/{unknown}", $"'{unknown}' is not a valid field for the resource 'profile'.");
        var named = Kinds
            .Select(kind => (Kind: kind, Value: JsonBody.OptionalText(attributes, kind, $"{Pointer}/data/attributes/{kind}")))
            .Append((Kind: "id", Value: JsonBody.OptionalText(profile, "id", Pointer + "/data/id")))
            .Where(identifier => identifier.Value is not null)
            .ToList();
        return named is [var (kind, value)]
            ? new DeletionBody(kind, value!)
            : throw JsonBody.Invalid(Pointer, "Exactly one of email, phone_number or id is required.");
    }
}
