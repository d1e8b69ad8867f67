using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Reads some windows of a profile's history side by side, and what is left of a window that had to be cut.</summary>
internal static class WindowsOrchestrator
{
    /// <summary>Each holds some megabytes while it is read.</summary>
    private const int SideBySide = 4;

    internal sealed record Input(ProfileWork Work, IReadOnlyList<HistoryWindow> Windows, long First, long Last);

    [Function(nameof(WindowsOrchestrator))]
    public static async Task<IReadOnlyList<HistoryPiece>> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, Input input)
    {
        var waiting = new Queue<HistoryWindow>(input.Windows);
        var reading = new List<Task<WindowResult>>();
        var pieces = new List<HistoryPiece>();
        while (waiting.Count > 0 || reading.Count > 0)
        {
            while (waiting.Count > 0 && reading.Count < SideBySide)
                reading.Add(ReadAsync(context, input, waiting.Dequeue()));
            var done = await Task.WhenAny(reading);
            reading.Remove(done);
            var result = await done;
            if (result.Piece is { } piece)
                pieces.Add(piece);
            foreach (var window in result.Rest)
                waiting.Enqueue(window);
        }

        return pieces;
    }

    private static Task<WindowResult> ReadAsync(TaskOrchestrationContext context, Input input, HistoryWindow window) =>
        context.CallPatientlyAsync<WindowResult>(
            nameof(ReadWindowActivity),
            new ReadWindowActivity.Input(input.Work.Work, input.Work.Profile, window, input.First, input.Last),
            Patience.Of(input.Work.FirstPause));
}
