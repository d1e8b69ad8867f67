using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Reads what a flow's webhook action posts, see <see cref="FlowTemplate"/>: one event of one profile.</summary>
internal static partial class FlowMessages
{
    private static readonly IReadOnlyDictionary<string, string> Properties =
        new Dictionary<string, string> { ["list"] = "List", ["method"] = "Method", ["bounce"] = "Bounce Type" };

    /// <summary>Null when it does not say what happened, or to whom.</summary>
    /// <param name="content">The body.</param>
    /// <param name="receivedAt">Stands for the event's time when the flow gives none: it posts right after.</param>
    public static ReadMessage? Read(byte[] content, DateTimeOffset receivedAt)
    {
        var fields = FlowFields.Read(content);
        if (!fields.TryGetValue("topic", out var slug) || !fields.TryGetValue("profile", out var profile) || !Slugs().IsMatch(slug) || !Ids().IsMatch(profile))
            return null;
        var topic = WebhookTopics.OfTemplate(slug);
        var at = TimeOf(fields.GetValueOrDefault("at"));
        var one = new ArrivedEvent(IdOf(topic, profile, fields, at, receivedAt), topic, null, profile, at ?? receivedAt, PropertiesOf(fields));
        return new([one], ConsentWay.FlowWebhook, 0, WebhookTopics.IsWanted(topic) ? 0 : 1);
    }

    /// <summary>
    /// A repeat has the same id: by the event's id, or its time, with what and whom it is about. When the flow gives neither, by the hour
    /// in which it came, for the same person may do the same again another day.
    /// </summary>
    private static string IdOf(string topic, string profile, IReadOnlyDictionary<string, string> fields, DateTimeOffset? at, DateTimeOffset receivedAt)
    {
        var occurrence = fields.GetValueOrDefault("event") ?? at?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)
            ?? receivedAt.UtcDateTime.ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture);
        var name = string.Join('\n', topic, profile, fields.GetValueOrDefault("list"), occurrence);
        return $"flow-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}";
    }

    /// <summary>Under the names that Klaviyo's own events have for them.</summary>
    private static JsonElement PropertiesOf(IReadOnlyDictionary<string, string> fields)
    {
        var named = Properties.Where(property => fields.ContainsKey(property.Key));
        return JsonSerializer.SerializeToElement(named.ToDictionary(property => property.Value, property => fields[property.Key]));
    }

    private static DateTimeOffset? TimeOf(string? text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 253_402_300_799)
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }

    [GeneratedRegex(@"\A[a-z0-9_.:]{1,128}\z")]
    private static partial Regex Slugs();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Ids();
}
