using Dxtra.Klaviyo.Benchmarks.Measures;
using Dxtra.Klaviyo.Benchmarks.Stack;

namespace Dxtra.Klaviyo.Benchmarks.Scenarios;

/// <summary>
/// Deliveries of a system webhook, beside an endpoint that does nothing but store the same bytes in the same Azurite. The two take turns,
/// so that what else the machine does falls on both; a first turn of each is not counted.
/// </summary>
internal sealed class WebhookScenario : IScenario
{
    private const int Turns = 3;
    private const int WarmUp = 100;

    private static readonly IReadOnlyList<(int Events, int Count, int SideBySide)> Loads = [(1, 200, 1), (1, 600, 8), (100, 60, 8)];

    public string Name => "webhooks";

    public bool NeedsSdk => false;

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        var (storage, directory) = bench.Stack.TakeStorage();
        await using var app = await WebhookApp.StartAsync(storage, directory, ct);
        await using var bare = await BareReceiver.StartAsync(bench.Stack.TakeStorage().Storage, ct);
        using var sender = new WebhookSender(app.Secret);
        IReadOnlyList<(string Name, Uri Address)> receivers = [(DeliveryMeasurement.App, app.Address), (DeliveryMeasurement.Bare, bare.Address)];
        foreach (var (name, address) in receivers)
            await sender.SendAsync(name, address, WarmUp, 1, 8, ct);
        foreach (var (events, count, sideBySide) in Loads)
        {
            for (var turn = 0; turn < Turns; turn++)
            {
                foreach (var (name, address) in receivers)
                    bench.Results.Deliveries.Add(await sender.SendAsync(name, address, count, events, sideBySide, ct));
            }
        }
    }
}
