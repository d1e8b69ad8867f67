using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>In which of several formats a caller wants a thing: <c>?format=</c>, else the <c>Accept</c> header, else the first.</summary>
internal sealed class AskedFormats(params IReadOnlyList<(string Name, string MediaType)> formats)
{
    /// <summary>400 for a format that there is not.</summary>
    public Problem Problem => Problem.Malformed("format", $"format is one of {string.Join(", ", formats.Select(format => format.Name))}.");

    /// <summary>Null when the query asks for another one.</summary>
    public string? Of(HttpRequest request) => request.Query["format"].ToString() is { Length: > 0 } asked
        ? formats.FirstOrDefault(format => format.Name.Equals(asked, StringComparison.OrdinalIgnoreCase)).Name
        : Accepted(request) ?? formats[0].Name;

    private string? Accepted(HttpRequest request) => request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1)
        .Select(type => formats.FirstOrDefault(format => type.MediaType.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase)).Name)
        .FirstOrDefault(name => name is not null);
}
