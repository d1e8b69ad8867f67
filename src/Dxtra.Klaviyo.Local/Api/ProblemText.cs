using System.Net.Http.Json;
using System.Text.Json;

namespace Dxtra.Klaviyo.Local.Api;

/// <summary>An error answer in words: title and detail of its problem document (RFC 9457), then what is wrong with each field.</summary>
internal static class ProblemText
{
    private const string MediaType = "application/problem+json";

    public static async Task<ProblemException> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var problem = answer.Content.Headers.ContentType?.MediaType == MediaType ? await ParseAsync(answer, ct) : null;
        var request = answer.RequestMessage;
        IEnumerable<string?> lines =
        [
            $"The app answered {(int)answer.StatusCode} to {request?.Method} {request?.RequestUri?.AbsolutePath}.",
            problem?.Title,
            problem?.Detail,
            .. problem?.Errors?.SelectMany(field => field.Value.Select(text => $"{field.Key}: {text}")) ?? [],
            problem?.TraceId is { } trace ? $"traceId: {trace}" : null,
        ];
        return new ProblemException(answer.StatusCode, string.Join(Environment.NewLine, lines.Where(line => line is not null)));
    }

    private static async Task<Problem?> ParseAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<Problem>(ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Problem(string? Title, string? Detail, string? TraceId, Dictionary<string, string[]>? Errors);
}
