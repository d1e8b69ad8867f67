namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Reads a history window by window, as <see cref="HistoryOrchestrator"/> does on the durable engine, with less ado.</summary>
internal static class WindowLoop
{
    public static async Task<IReadOnlyList<HistoryPiece>> ReadAsync(AccessFixture access)
    {
        var plan = await access.History.PlanAsync(access.Work, 0, CancellationToken.None);
        if (plan!.Whole is { } whole)
            return [whole];
        var waiting = new Queue<HistoryWindow>(plan.Windows);
        var pieces = new List<HistoryPiece>();
        while (waiting.TryDequeue(out var window))
        {
            var result = await access.History.ReadAsync(access.Work, 0, window, plan.First, plan.Last, CancellationToken.None);
            if (result.Piece is { } piece)
                pieces.Add(piece);
            foreach (var rest in result.Rest)
                waiting.Enqueue(rest);
        }

        return [.. pieces.OrderBy(piece => piece.Window.From ?? long.MinValue)];
    }
}
