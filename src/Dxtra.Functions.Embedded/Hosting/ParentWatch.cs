using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dxtra.Functions.Embedded;

/// <summary>Stops the process when its standard input closes, which it does when the process that holds the other end is gone.</summary>
internal sealed class ParentWatch(IOptions<EmbeddedOptions> options, IHostApplicationLifetime lifetime, Func<Stream>? openInput = null) : IHostedService
{
    private readonly Func<Stream> _openInput = openInput ?? Console.OpenStandardInput;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Not awaited at stop: a read of standard input cannot be cancelled, and would hold the stop up.
        if (options.Value.ExitWithParent)
            _ = StopAtEndOfAsync(_openInput());
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
