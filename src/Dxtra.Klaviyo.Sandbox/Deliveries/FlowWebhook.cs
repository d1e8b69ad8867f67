namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>A webhook action of a flow: for each event of its metrics, one unsigned call about one person.</summary>
internal sealed record FlowWebhook
{
    public required string Name { get; init; }

    /// <summary>https, or plain http to this machine.</summary>
    public required Uri Url { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The text of the body with <c>{{ person.email }}</c>, <c>{{ event.Method }}</c> and the like in it, see <see cref="FlowTemplate"/>.</summary>
    public required string Body { get; init; }

    /// <summary>The names of the metrics that set it off.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>The flow it belongs to, by id or name; null: one that has nothing else in it.</summary>
    public string? Flow { get; init; }
}
