using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What the summary counts over all profiles, gathered by going through the rows once.</summary>
internal sealed class PersonFigures
{
    public MessageFigures Messages { get; } = new();

    public OrderFigures Orders { get; } = new();

    public NamedCounts Lists { get; } = new();

    public NamedCounts Segments { get; } = new();

    public long Events { get; private set; }

    public DateTimeOffset? FirstEvent { get; private set; }

    public DateTimeOffset? LastEvent { get; private set; }

    public static async Task<PersonFigures> OfAsync(ReportContext report, CancellationToken cancellationToken)
    {
        var figures = new PersonFigures();
        foreach (var profile in report.ProfileIndexes)
            await figures.AddAsync(report.Source, profile, cancellationToken);
        return figures;
    }

    private async Task AddAsync(ExportSource source, int profile, CancellationToken cancellationToken)
    {
        await foreach (var row in source.RowsAsync(profile, Categories.Messages, cancellationToken))
            Messages.Add(row);
        await foreach (var row in source.RowsAsync(profile, Categories.Orders, cancellationToken))
            Orders.Add(row);
        await foreach (var row in source.RowsAsync(profile, Categories.Lists, cancellationToken))
            Lists.Add(row.Text("name") ?? row.Text("id") ?? "");
        await foreach (var row in source.RowsAsync(profile, Categories.Segments, cancellationToken))
            Segments.Add(row.Text("name") ?? row.Text("id") ?? "");
        Events += source.Part(profile, Categories.Events)?.Rows ?? 0;
        var summary = await source.SingleAsync(profile, Categories.Summary, cancellationToken);
        if (SentTime.Of(summary.Text("firstAt")) is { } first && (FirstEvent is null || first < FirstEvent))
            FirstEvent = first;
        if (SentTime.Of(summary.Text("lastAt")) is { } last && (LastEvent is null || last > LastEvent))
            LastEvent = last;
    }
}
