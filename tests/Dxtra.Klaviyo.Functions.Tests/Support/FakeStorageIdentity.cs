using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>
/// Azure storage as an identity sees it, answered in this process: Azurite refuses to delegate keys, and the SDK sends tokens over
/// https only. It hands out a key for as long as it was asked to.
/// </summary>
internal sealed class FakeStorageIdentity : HttpMessageHandler
{
    private int _keys;

    public int Keys => _keys;

    public BlobServiceClient Blobs => new(
        new Uri("https://dxtra1.blob.core.windows.net"), new Credential(), new BlobClientOptions { Transport = new HttpClientTransport(new HttpClient(this)) });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal("Bearer token-1", request.Headers.Authorization?.ToString());
        Assert.Contains("comp=userdelegationkey", request.RequestUri!.Query, StringComparison.Ordinal);
        var asked = XElement.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
        var number = Interlocked.Increment(ref _keys);
        var key = new XElement("UserDelegationKey",
            new XElement("SignedOid", $"00000000-0000-0000-0000-{number.ToString("d12", CultureInfo.InvariantCulture)}"),
            new XElement("SignedTid", "11111111-1111-1111-1111-111111111111"),
            new XElement("SignedStart", asked.Element("Start")!.Value),
            new XElement("SignedExpiry", asked.Element("Expiry")!.Value),
            new XElement("SignedService", "b"),
            new XElement("SignedVersion", "2025-01-05"),
            new XElement("Value", Convert.ToBase64String(new byte[32])));
        return new(HttpStatusCode.OK) { Content = new StringContent(key.ToString(), null, "application/xml") };
    }

    private sealed class Credential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token-1", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
