namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>A POST as it goes over the wire.</summary>
internal sealed record DeliveryCall(Uri Url, byte[] Body, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    private const string ContentType = "Content-Type";

    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new ByteArrayContent(Body) };
        var type = Headers.LastOrDefault(header => header.Key.Equals(ContentType, StringComparison.OrdinalIgnoreCase)).Value ?? "application/json";
        request.Content.Headers.TryAddWithoutValidation(ContentType, type);
        foreach (var (name, value) in Headers.Where(header => !header.Key.Equals(ContentType, StringComparison.OrdinalIgnoreCase)))
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
