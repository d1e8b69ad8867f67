using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Local;
using Dxtra.Klaviyo.Local.Api;

namespace Dxtra.Klaviyo.Benchmarks.Stack;

/// <summary>Access requests of one processor, asked for as a caller would.</summary>
internal sealed class AccessApi : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _requests;

    public AccessApi(Uri app, string controller, string processor, string token)
    {
        _http = new HttpClient { BaseAddress = new Uri(app, $"api/controllers/{controller}/"), Timeout = TimeSpan.FromMinutes(5) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _requests = $"processors/{processor}/access-requests";
    }

    /// <summary>The formats that this app can write: it names them when it is asked for one that there is not.</summary>
    public async Task<IReadOnlyList<string>> OfferedFormatsAsync(CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync(_requests, new { subject = new { profileId = "none" }, formats = new[] { "?" } }, ct);
        var problem = await answer.Content.ReadFromJsonAsync<JsonNode>(ct);
        var text = (string?)problem?["errors"]?["formats"]?[0] ?? throw Unexpected(answer.StatusCode, "an unknown format");
        return text[(text.LastIndexOf(':') + 1)..].TrimEnd('.').Split(',', StringSplitOptions.TrimEntries);
    }

    /// <returns>The completed request.</returns>
    public async Task<JsonNode> ExportAsync(string email, IReadOnlyList<string> formats, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync(_requests, new { subject = new { email }, formats }, ct);
        if (!answer.IsSuccessStatusCode)
            throw await ProblemText.ReadAsync(answer, ct);
        var id = (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(ct))!["id"]!;
        var request = await Patience.UntilAsync(() => GetAsync($"requests/{id}", ct), seen => (string?)seen["status"] is not ("received" or "running"), ct);
        return (string?)request["status"] == "completed"
            ? request
            : throw new LauncherException($"The request is {request["status"]}: {request["outcome"]?["result"]}.");
    }

    /// <summary>Sizes of a completed request's files by format.</summary>
    public static IReadOnlyDictionary<string, long> ExportBytes(JsonNode request) =>
        request["outcome"]!["exports"]!.AsObject().ToDictionary(export => export.Key, export => (long)export.Value!["bytes"]!);

    /// <returns>True when all were taken and are over; false when this app takes no batches.</returns>
    public async Task<bool> ExportBatchAsync(IEnumerable<string> emails, CancellationToken ct)
    {
        var lines = emails.Select(email => $"{email},access,,").Prepend("email,type,name,notes");
        using var csv = new StringContent(string.Join("\r\n", lines), new MediaTypeHeaderValue("text/csv"));
        using var answer = await _http.PostAsync($"{_requests}/batch", csv, ct);
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
            return false;
        if (!answer.IsSuccessStatusCode)
            throw await ProblemText.ReadAsync(answer, ct);

        foreach (var status in (string[])["received", "running"])
            await Patience.UntilAsync(() => GetAsync($"requests?status={status}&limit=1", ct), page => page["items"]!.AsArray().Count == 0, ct);
        return true;
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> GetAsync(string path, CancellationToken ct)
    {
        using var answer = await _http.GetAsync(path, ct);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonNode>(ct))! : throw await ProblemText.ReadAsync(answer, ct);
    }

    private static LauncherException Unexpected(HttpStatusCode status, string to) => new($"The app answered {(int)status} to {to}.");
}
