using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Dxtra.Klaviyo.Local.Api;

/// <summary>The app's HTTP contract for one controller, as far as the launcher walks it. Errors: <see cref="ProblemException"/>.</summary>
internal sealed class DxtraApi : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _controller;

    /// <param name="app">Scheme, host and port of the app.</param>
    /// <param name="controllerDid">The controller that the token acts for.</param>
    /// <param name="token">A JWT.</param>
    public DxtraApi(Uri app, string controllerDid, string token)
    {
        // Redirects lead to storage, which must not see the token.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _controller = $"api/controllers/{controllerDid}";
    }

    public Task<Answers.Verification> VerifyAsync(string apiKey, CancellationToken ct) =>
        PostAsync<Answers.Verification>($"{_controller}/processors/verify", new { apiKey }, ct);

    public Task<Answers.Processor> CreateProcessorAsync(string apiKey, CancellationToken ct) =>
        PostAsync<Answers.Processor>($"{_controller}/processors", new { apiKey }, ct);

    public Task<Answers.Processor> ConfirmAsync(string processorId, CancellationToken ct) =>
        PostAsync<Answers.Processor>($"{_controller}/processors/{processorId}/confirm", new { }, ct);

    /// <param name="processorId">The connected account.</param>
    /// <param name="email">Whose data is asked for.</param>
    /// <param name="formats">The formats of the export; none leaves the choice to the app.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Answers.Request> RequestAccessAsync(
        string processorId, string email, IReadOnlyList<string> formats, CancellationToken ct) =>
        PostAsync<Answers.Request>($"{_controller}/processors/{processorId}/access-requests", new { subject = new { email }, formats }, ct);

    public async Task<Answers.Request> GetRequestAsync(string requestId, CancellationToken ct)
    {
        using var answer = await _http.GetAsync(new Uri($"{_controller}/requests/{requestId}", UriKind.Relative), ct);
        return await ReadAsync<Answers.Request>(answer, ct);
    }

    /// <returns>A signed link to the export in storage, which needs no token and ends after a while.</returns>
    public async Task<Uri> GetExportLinkAsync(string requestId, string format, CancellationToken ct)
    {
        using var answer = await _http.GetAsync(new Uri($"{_controller}/requests/{requestId}/export/{format}", UriKind.Relative), ct);
        return answer is { StatusCode: HttpStatusCode.Found, Headers.Location: { } link }
            ? link
            : throw await ProblemText.ReadAsync(answer, ct);
    }

    public void Dispose() => _http.Dispose();

    private async Task<T> PostAsync<T>(string path, object body, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, ct);
        return await ReadAsync<T>(answer, ct);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken ct)
    {
        if (!answer.IsSuccessStatusCode)
            throw await ProblemText.ReadAsync(answer, ct);

        return await answer.Content.ReadFromJsonAsync<T>(ct)
            ?? throw new ProblemException(answer.StatusCode, $"The app answered {(int)answer.StatusCode} without a body.");
    }
}
