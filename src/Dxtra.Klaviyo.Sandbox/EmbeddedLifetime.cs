namespace Dxtra.Klaviyo.Sandbox;

/// <summary>Leaves Ctrl+C and signals to the process that the sandbox runs in; the default would take them for itself.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
