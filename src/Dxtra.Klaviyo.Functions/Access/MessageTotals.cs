using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A row for each message that was sent to the person, and for each flow that sent one.</summary>
internal sealed class MessageTotals
{
    private readonly Dictionary<(string Channel, string? Id, string? Title), Message> _messages = [];

    public void Add(HappenedEvent happened, MessageStep step, MessageNames names)
    {
        var properties = happened.Properties;
        var title = properties.FirstOf("Subject", "Title", "Message Name").AsText();
        var flow = happened.FlowId;
        var campaign = flow is null ? happened.CampaignId ?? names.CampaignOfMessage(happened.MessageId) : null;
        var campaignName = properties.FirstOf("Campaign Name").AsText();
        if (step.Count == "unsubscribed" && happened.MessageId is null && flow is null && campaign is null && campaignName is null)
            return;

        // An event need not repeat the title of a message that has an id; without one only the title tells messages apart.
        var key = (step.Channel, happened.MessageId ?? flow ?? campaign ?? campaignName, happened.MessageId is null ? title : null);
        if (!_messages.TryGetValue(key, out var message))
            _messages[key] = message = new(step.Channel, happened.MessageId);
        message.Title ??= title;
        message.Flow ??= flow is null ? null : new(flow, names.Flow(flow) ?? properties.FirstOf("Flow Name", "$flow_name").AsText());
        message.Campaign ??= campaign is null && campaignName is null ? null : new(campaign ?? "", names.Campaign(campaign) ?? campaignName);
        message.Count(step.Count, happened.At);
    }

    public IReadOnlyList<ReadOnlyMemory<byte>> Rows() => [.. Ordered.Select(message => RowBytes.Of(message.Write))];

    public IReadOnlyList<ReadOnlyMemory<byte>> FlowRows() =>
    [
        .. from message in Ordered
           where message.Flow is not null
           group message by message.Flow!.Id into flow
           orderby flow.Min(message => message.First), flow.Key
           select RowBytes.Of(json =>
           {
               json.WriteString("id", flow.Key);
               json.WriteString("name", flow.Select(message => message.Flow!.Name).FirstOrDefault(name => name is not null));
               json.WriteNumber("messages", flow.Sum(message => message.Of("sent")));
               json.WriteString("firstAt", flow.Min(message => message.First));
               json.WriteString("lastAt", flow.Max(message => message.Last));
           }),
    ];

    private IEnumerable<Message> Ordered => _messages.Values
        .OrderBy(message => message.First, StringComparer.Ordinal).ThenBy(message => message.Id, StringComparer.Ordinal);

    private sealed class Message(string channel, string? id)
    {
        private readonly int[] _counts = new int[MessageSteps.Counts.Count];

        public string? Id => id;

        public string? Title { get; set; }

        public NamedId? Flow { get; set; }

        public NamedId? Campaign { get; set; }

        public string? First { get; private set; }

        public string? Last { get; private set; }

        public int Of(string count) => _counts[IndexOf(count)];

        public void Count(string count, string? at)
        {
            _counts[IndexOf(count)]++;
            First = First is null || string.CompareOrdinal(at, First) < 0 ? at : First;
            Last = Last is null || string.CompareOrdinal(at, Last) > 0 ? at : Last;
        }

        public void Write(Utf8JsonWriter json)
        {
            var source = Flow ?? Campaign;
            json.WriteString("channel", channel);
            json.WriteString("source", Flow is not null ? "flow" : Campaign is not null ? "campaign" : "unknown");
            json.WriteString("sourceId", source?.Id is { Length: > 0 } sourceId ? sourceId : null);
            json.WriteString("sourceName", source?.Name);
            json.WriteString("messageId", id);
            json.WriteString("subject", Title);
            json.WriteString("firstAt", First);
            json.WriteString("lastAt", Last);
            foreach (var (name, count) in MessageSteps.Counts.Zip(_counts))
                json.WriteNumber(name, count);
        }

        private static int IndexOf(string count) => MessageSteps.Counts.Index().First(entry => entry.Item == count).Index;
    }
}
