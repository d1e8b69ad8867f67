using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Reads deliveries of system webhooks: <c>{"data":[{"topic","external_id","payload"}],"meta"}</c>, where the payload is the document that
/// Klaviyo gives for the event with that id.
/// </summary>
internal static class SystemMessages
{
    /// <summary>Of the year 9999.</summary>
    private const long LastSecond = 253_402_300_799;

    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new Dictionary<string, string>());

    /// <summary>Null when it is no delivery at all.</summary>
    public static ReadMessage? Read(byte[] content)
    {
        JsonElement? root;
        try
        {
            root = JsonSerializer.Deserialize<JsonElement>(content);
        }
        catch (JsonException)
        {
            return null;
        }

        if (root.Member("data") is not { ValueKind: JsonValueKind.Array } data)
            return null;
        var events = data.EnumerateArray().Select(Read).ToList();
        return new(
            [.. events.Where(IsWhole)],
            ConsentWay.Webhook,
            events.Count(one => !IsWhole(one) && (one.Topic is not { } topic || WebhookTopics.IsWanted(topic))),
            events.Count(one => one.Topic is { } topic && !WebhookTopics.IsWanted(topic)));
    }

    private static bool IsWhole(ArrivedEvent one) => one is { Topic: not null, ProfileId: not null, At: not null };

    private static ArrivedEvent Read(JsonElement one)
    {
        var payload = one.Member("payload").Member("data");
        var (attributes, relationships) = (payload.Member("attributes"), payload.Member("relationships"));
        return new(
            one.Text("external_id") ?? payload.Text("id") ?? IdOf(one),
            one.Text("topic"),
            relationships.Member("metric").Member("data").Text("id"),
            relationships.Member("profile").Member("data").Text("id"),
            TimeOf(attributes),
            attributes.Member("event_properties") ?? Nothing);
    }

    private static DateTimeOffset? TimeOf(JsonElement? attributes)
    {
        if (DateTimeOffset.TryParse(attributes.Text("datetime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;
        return long.TryParse(attributes.Text("timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }

    /// <summary>Of one that Klaviyo gave none: made of its content, so that a repeat has the same.</summary>
    private static string IdOf(JsonElement one) => $"sha256-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(one.GetRawText())))}";
}
