using System.Net;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Benchmarks.Stack;

/// <summary>The least that a receiver must do: store the bytes under a name made of them, and say so. It checks nothing, seals nothing, starts nothing.</summary>
internal sealed class BareReceiver : IAsyncDisposable
{
    private readonly BlobContainerClient _container;
    private readonly WebApplication _app;

    private BareReceiver(string storage)
    {
        _container = new BlobContainerClient(storage, "bare");
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<BareReceiver> StartAsync(string storage, CancellationToken ct)
    {
        var receiver = new BareReceiver(storage);
        await receiver._container.CreateIfNotExistsAsync(cancellationToken: ct);
        await receiver._app.StartAsync(ct);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var name = Convert.ToHexStringLower(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)));
        body.Position = 0;
        var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        await _container.GetBlobClient(name).UploadAsync(body, options);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}
