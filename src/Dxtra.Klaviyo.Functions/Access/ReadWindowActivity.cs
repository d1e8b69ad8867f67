using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Reads one window of a person's history. A repeat replaces its files.</summary>
internal sealed class ReadWindowActivity(HistoryReader reader)
{
    internal sealed record Input(RequestWork Work, int Profile, HistoryWindow Window, long First, long Last);

    [Function(nameof(ReadWindowActivity))]
    public Task<OrLater<WindowResult>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => reader.ReadAsync(input.Work, input.Profile, input.Window, input.First, input.Last, cancellationToken));
}
