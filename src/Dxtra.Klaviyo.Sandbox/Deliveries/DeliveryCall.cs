using System.Net.Http.Headers;

namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>A POST as it goes over the wire.</summary>
internal sealed record DeliveryCall(Uri Url, byte[] Body, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new ByteArrayContent(Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in Headers)
        {
            request.Content.Headers.Remove(name);
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
