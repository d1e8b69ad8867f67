using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>Calls the app as anybody could: any body, any token.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <param name="installation">Whose app is called.</param>
    /// <param name="token">Null: the installation's own, good for everything.</param>
    public Caller(Installation installation, string? token = null)
    {
        _http.BaseAddress = new Uri(installation.Address, $"api/controllers/{installation.Controller}/");
        _http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", token ?? installation.TokenFor(installation.Controller));
    }

    internal sealed record Answer(HttpStatusCode Status, string? MediaType, JsonNode? Body, Uri? Location = null)
    {
        /// <summary>The fields that a problem document complains about.</summary>
        public IReadOnlyList<string> Fields => [.. Body?["errors"]?.AsObject().Select(error => error.Key) ?? []];
    }

    /// <param name="path">Below the controller; with a slash at its start below the app.</param>
    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, body: null);

    /// <inheritdoc cref="GetAsync"/>
    public Task<Answer> PostAsync(string path, string body, string mediaType = "application/json") => SendAsync(HttpMethod.Post, path, body, mediaType);

    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? body, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, mediaType);

        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new Answer(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, text.Length == 0 ? null : JsonNode.Parse(text), answer.Headers.Location);
    }
}
