using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What was sent to the person, in numbers.</summary>
internal sealed class MessageFigures
{
    private readonly SortedDictionary<string, (long Sent, long Opened, long Clicked)> _channels = new(StringComparer.Ordinal);

    /// <summary>By channel.</summary>
    public IReadOnlyDictionary<string, (long Sent, long Opened, long Clicked)> Channels => _channels;

    public NamedCounts Campaigns { get; } = new();

    public NamedCounts Flows { get; } = new();

    public long Sent => _channels.Values.Sum(channel => channel.Sent);

    public void Add(JsonElement row)
    {
        var channel = row.Text("channel") ?? "other";
        var (sent, opened, clicked) = _channels.GetValueOrDefault(channel);
        _channels[channel] = (sent + Of(row, "sent"), opened + Of(row, "opened"), clicked + Of(row, "clicked"));
        if ((row.Text("sourceName") ?? row.Text("sourceId")) is { } name && Of(row, "sent") > 0)
            (row.Text("source") == "flow" ? Flows : Campaigns).Add(name, Of(row, "sent"));
    }

    private static long Of(JsonElement row, string count) => (long)(row.Member(count).AsNumber() ?? 0);
}
