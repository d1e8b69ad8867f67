using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Webhooks;

/// <summary>A webhook as a request carries it. What is null was not given.</summary>
internal sealed record WebhookBody
{
    private const string Pointer = "/data/attributes";
    private const int ShortestSecret = 16;

    public string? Name { get; init; }

    public string? Description { get; init; }

    public Uri? EndpointUrl { get; init; }

    public string? SecretKey { get; init; }

    public bool? Enabled { get; init; }

    public IReadOnlyList<string>? TopicIds { get; init; }

    public static WebhookBody Read(JsonObject? body)
    {
        var data = JsonBody.Data(body, "webhook");
        var attributes = JsonBody.Object(data, "attributes", Pointer);
        return new WebhookBody
        {
            Name = JsonBody.OptionalText(attributes, "name", Pointer + "/name"),
            Description = JsonBody.OptionalText(attributes, "description", Pointer + "/description"),
            EndpointUrl = ReadUrl(attributes),
            SecretKey = ReadSecret(attributes),
            Enabled = JsonBody.OptionalBoolean(attributes, "enabled", Pointer + "/enabled"),
            TopicIds = data["relationships"] is JsonObject relationships ? ReadTopics(relationships) : null,
        };
    }

    /// <summary>Klaviyo takes https only. Plain http to this machine is let through, so that a rehearsal needs no certificate.</summary>
    private static Uri? ReadUrl(JsonObject attributes)
    {
        if (JsonBody.OptionalText(attributes, "endpoint_url", Pointer + "/endpoint_url") is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? url
            : throw JsonBody.Invalid(Pointer + "/endpoint_url", "The endpoint must be an https address.");
    }

    private static string? ReadSecret(JsonObject attributes)
    {
        var secret = JsonBody.OptionalText(attributes, "secret_key", Pointer + "/secret_key");
        return secret is { Length: < ShortestSecret }
            ? throw JsonBody.Invalid(Pointer + "/secret_key", $"The secret must have at least {ShortestSecret} characters.")
            : secret;
    }

    private static string[] ReadTopics(JsonObject relationships)
    {
        const string pointer = "/data/relationships/webhook-topics";
        var topics = JsonBody.Array(JsonBody.Object(relationships, "webhook-topics", pointer), "data", pointer);
        return [.. topics.Select(topic => JsonBody.Text(topic as JsonObject ?? [], "id", pointer))];
    }
}
