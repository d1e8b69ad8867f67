namespace Dxtra.Klaviyo.Benchmarks.Scenarios;

/// <summary>One person with so many events: as the first request, each format alone, all together, and the same person by the plain exporter.</summary>
internal sealed class PersonScenario(int events) : IScenario
{
    private static readonly IReadOnlyList<string> Lists = ["Newsletter", "SMS Subscribers"];
    private static readonly IReadOnlyList<string> Segments = ["VIP Customers"];

    /// <summary>What a shop's customer does, in hundredths; the first takes what is left over.</summary>
    private static readonly IReadOnlyList<(string Metric, int Hundredths)> Mix =
        [("Active on Site", 55), ("Viewed Product", 20), ("Received Email", 10), ("Opened Email", 5), ("Placed Order", 10)];

    public string Name => $"person-{events}";

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        var email = $"customer.{events}@example.com";
        await SeedAsync(bench, email, ct);
        var offered = await bench.App.OfferedFormatsAsync(ct);
        var wanted = bench.Options.Formats ?? offered;
        foreach (var missing in wanted.Except(offered))
            await bench.Output.WriteLineAsync($"The app does not offer {missing}; left out.");

        var formats = wanted.Intersect(offered).ToList();
        bench.Add(await bench.App.MeasureFirstAsync(Name, email, formats[..1], ct));
        foreach (var format in formats)
            bench.Add(await bench.App.MeasureAsync(Name, email, [format], ct));
        if (formats.Count > 1)
            bench.Add(await bench.App.MeasureAsync(Name, email, formats, ct));
        foreach (var pageSize in Naive.NodeExporter.PageSizes)
            bench.Add(await bench.Node.MeasureAsync(Name, [email], pageSize, ct));
    }

    private async Task SeedAsync(Bench bench, string email, CancellationToken ct)
    {
        var id = await bench.Stack.Control.AddPersonAsync(email, Lists, Segments, ct);
        var others = Mix.Skip(1).Select(part => (part.Metric, Count: (int)((long)events * part.Hundredths / 100))).Where(part => part.Count > 0).ToList();
        foreach (var (metric, count) in others.Prepend((Mix[0].Metric, Count: events - others.Sum(part => part.Count))))
            await bench.Stack.Control.AddEventsAsync(id, metric, count, ct);
    }
}
