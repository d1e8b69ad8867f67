using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>A way to storage that can be cut: then every call fails as it does when nobody listens.</summary>
internal sealed class SwitchableTransport : HttpPipelineTransport
{
    private readonly HttpClientTransport _inner = new();

    public bool IsCut { get; set; }

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override ValueTask ProcessAsync(HttpMessage message) =>
        IsCut ? throw new RequestFailedException("Nobody listens.") : _inner.ProcessAsync(message);
}
