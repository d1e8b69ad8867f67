using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Pipeline;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;

namespace Dxtra.Klaviyo.Sandbox.Resources.Events;

/// <summary>An event as a request carries it.</summary>
internal sealed record EventBody
{
    private const string Pointer = "/data/attributes";
    private const int MostInJob = 1000;

    public required string MetricName { get; init; }

    public string? ProfileId { get; init; }

    public required JsonObject Profile { get; init; }

    /// <summary>With <c>$value</c> and <c>$value_currency</c> where they were given.</summary>
    public required JsonObject Properties { get; init; }

    /// <summary>Null: now.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Repeats with the same id are dropped; null: the second of the event takes its place.</summary>
    public string? UniqueId { get; init; }

    public static EventBody Read(JsonObject? body)
    {
        var attributes = JsonBody.Object(JsonBody.Data(body, "event"), "attributes", Pointer);
        return Read(attributes, ProfileBody.Read(JsonBody.Object(attributes, "profile", Pointer + "/profile")));
    }

    /// <summary>The events of a job, each with the person that it stands under.</summary>
    public static IReadOnlyList<EventBody> ReadJob(JsonObject? body)
    {
        const string pointer = Pointer + "/events-bulk-create";
        var job = JsonBody.Object(JsonBody.Data(body, "event-bulk-create-job"), "attributes", Pointer);
        var people = JsonBody.Array(JsonBody.Object(job, "events-bulk-create", pointer), "data", pointer + "/data");
        var events = people.SelectMany(person => ReadPerson(Document(person))).ToList();
        return events.Count is > 0 and <= MostInJob ? events : throw JsonBody.Invalid(pointer, $"Between 1 and {MostInJob} events are required.");
    }

    private static IEnumerable<EventBody> ReadPerson(JsonObject document)
    {
        var attributes = JsonBody.Object(JsonBody.Data(document, "event-bulk-create"), "attributes", Pointer);
        var profile = ProfileBody.Read(JsonBody.Object(attributes, "profile", Pointer + "/profile"));
        return JsonBody.Array(JsonBody.Object(attributes, "events", Pointer + "/events"), "data", Pointer + "/events/data")
            .Select(item => Read(JsonBody.Object(JsonBody.Data(Document(item), "event"), "attributes", Pointer), profile));
    }

    /// <summary>One of many resources, as if it were a document of its own.</summary>
    private static JsonObject Document(JsonNode? resource) => new() { ["data"] = resource?.DeepClone() };

    private static EventBody Read(JsonObject attributes, ProfileBody profile)
    {
        var metric = JsonBody.Data(JsonBody.Object(attributes, "metric", Pointer + "/metric"), "metric");
        return new EventBody
        {
            MetricName = JsonBody.Text(JsonBody.Object(metric, "attributes", Pointer + "/metric"), "name", Pointer + "/metric/name"),
            ProfileId = profile.Id,
            Profile = profile.Attributes,
            Properties = ReadProperties(attributes),
            Time = ReadTime(attributes),
            UniqueId = JsonBody.OptionalText(attributes, "unique_id", Pointer + "/unique_id"),
        };
    }

    private static JsonObject ReadProperties(JsonObject attributes)
    {
        var properties = JsonBody.Object(attributes, "properties", Pointer + "/properties").DeepClone().AsObject();
        if (properties.Count > 400)
            throw JsonBody.Invalid(Pointer + "/properties", "An event may have at most 400 properties.");
        if (attributes["value"] is { } value && value.GetValueKind() == JsonValueKind.Number)
            properties["$value"] = value.DeepClone();
        if (JsonBody.OptionalText(attributes, "value_currency", Pointer + "/value_currency") is { } currency)
            properties["$value_currency"] = currency;
        return properties;
    }

    private static DateTimeOffset? ReadTime(JsonObject attributes)
    {
        var text = JsonBody.OptionalText(attributes, "time", Pointer + "/time");
        if (text is null)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw JsonBody.Invalid(Pointer + "/time", "'time' must be an ISO 8601 datetime.");
    }
}
