using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dxtra.Functions.Embedded;

/// <summary>Stops the process when its standard input closes, which it does when the process that holds the other end is gone.</summary>
internal sealed class ParentWatch(IOptions<EmbeddedOptions> options, IHostApplicationLifetime lifetime, Func<Stream>? openInput = null) : IHostedService
{
    private readonly Func<Stream> _openInput = openInput ?? Console.OpenStandardInput;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Not before the start is through, which a stop would break; not awaited at stop, which a read of the console would hold up.
        if (options.Value.ExitWithParent)
            lifetime.ApplicationStarted.Register(() => _ = StopAtEndOfAsync(_openInput()));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task StopAtEndOfAsync(Stream input)
    {
        // Reading the console blocks, on this thread too.
        await Task.Yield();
        try
        {
            await input.CopyToAsync(Stream.Null);
        }
        finally
        {
            await input.DisposeAsync();
            lifetime.StopApplication();
        }
    }
}
