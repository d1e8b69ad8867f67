using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Draws up what a history tells, event by event, holding totals only.</summary>
internal sealed class HistoryDigest(Func<Func<MessageNames, bool>, Task<MessageNames>> names)
{
    private readonly SummaryTotals _summary = new();
    private readonly MessageTotals _messages = new();
    private readonly List<ReadOnlyMemory<byte>> _listChanges = [];

    public OrderTotals Orders { get; } = new();

    public async Task AddAsync(JsonElement row)
    {
        var happened = new HappenedEvent(row);
        _summary.Add(happened);
        Orders.Add(happened);
        if (MessageSteps.Of(happened.Metric) is { } step)
            _messages.Add(happened, step, await NamesAsync(happened));
        if (happened.Metric is "Subscribed to List" or "Unsubscribed from List")
            _listChanges.Add(ListChange(happened, happened.Metric is "Subscribed to List" ? "subscribed" : "unsubscribed"));
    }

    /// <summary>Everything but the orders.</summary>
    public IEnumerable<(string Category, IReadOnlyList<ReadOnlyMemory<byte>> Rows)> Rows() =>
    [
        (Categories.Summary, _summary.Rows()),
        (Categories.Messages, _messages.Rows()),
        (Categories.Flows, _messages.FlowRows()),
        (Categories.ListChanges, _listChanges),
    ];

    private Task<MessageNames> NamesAsync(HappenedEvent happened) => names(known =>
        (happened.FlowId is not { } flow || known.KnowsFlow(flow)) && (happened.CampaignId is not { } campaign || known.KnowsCampaign(campaign)));

    private static ReadOnlyMemory<byte> ListChange(HappenedEvent happened, string change) => RowBytes.Of(json =>
    {
        json.WriteString("change", change);
        json.Write("list", happened.Properties.FirstOf("List", "List Name", "list"));
        json.WriteString("at", happened.At);
        json.Write("method", happened.Properties.FirstOf("Method", "method", "$source"));
        json.WriteString("eventId", happened.Id);
    });
}
