using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// The first error of a JSON:API error document. <see cref="Title"/> and <see cref="Detail"/> may name a person: they are for telling
/// cases apart and go no further. The other members are passed on, so only texts of the expected form are taken.
/// </summary>
internal sealed partial record KlaviyoError(
    string? Id, string? Code, string? Source, string? DuplicateProfileId, string Title, string Detail)
{
    /// <summary>An error document is small; what is larger is something else.</summary>
    private const int MaxBytes = 256 * 1024;

    /// <summary>Null when the body is not an error document of Klaviyo's.</summary>
    public static async Task<KlaviyoError?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await ResponseBody.ReadAsync(content, MaxBytes, cancellationToken);
            var errors = DocumentReader.Objects(DocumentReader.Property(body?.Root, "errors")).ToList();
            return errors is [var first, ..] ? Of(first) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static KlaviyoError Of(JsonElement error) => new(
        Guid.TryParse(Text(error, "id"), out var id) ? id.ToString() : null,
        Take(Text(error, "code"), CodeForm()),
        Take(Text(error, "source", "parameter"), PlaceForm()) ?? Take(Text(error, "source", "pointer"), PlaceForm()),
        Take(Text(error, "meta", "duplicate_profile_id"), IdForm()),
        Text(error, "title"),
        Text(error, "detail"));

    private static string Text(JsonElement error, params ReadOnlySpan<string> path)
    {
        JsonElement? found = error;
        foreach (var name in path)
            found = DocumentReader.Property(found, name);
        return found?.ToString() ?? "";
    }

    private static string? Take(string text, Regex form) => form.IsMatch(text) ? text : null;

    [GeneratedRegex(@"^[a-z0-9_.-]{1,64}\z")]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"^[A-Za-z0-9_./\[\]-]{1,128}\z")]
    private static partial Regex PlaceForm();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex IdForm();
}
