using Azure.Core;
using Azure.Core.Pipeline;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Does what is asked and loses the answer to the first call of a kind, so that the SDK repeats it.</summary>
internal sealed class LossyTransport(Func<Request, bool> which) : HttpPipelineTransport
{
    private readonly HttpClientTransport _inner = new();
    private int _lost;

    public bool HasLost => _lost == 1;

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await _inner.ProcessAsync(message);
        if (which(message.Request) && Interlocked.Exchange(ref _lost, 1) == 0)
            throw new IOException("The answer was lost.");
    }
}
