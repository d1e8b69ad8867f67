using Dxtra.Klaviyo.Sandbox.Paging;
using Microsoft.Extensions.Primitives;

namespace Dxtra.Klaviyo.Sandbox.Documents;

/// <summary>Absolute links under the address that the caller used. Resource links end with a slash, page links do not.</summary>
/// <param name="origin">Scheme, host and port.</param>
/// <param name="path">The path of the call.</param>
/// <param name="query">Its query, repeated in page links.</param>
internal sealed class ApiLinks(string origin, string path, IReadOnlyList<KeyValuePair<string, StringValues>> query)
{
    private const string CursorParameter = "page[cursor]";

    public string Resource(string type, string id) => $"{origin}/api/{ResourceTypes.PathOf(type)}/{Uri.EscapeDataString(id)}/";

    public string Relationship(string type, string id, string name) => $"{Resource(type, id)}relationships/{name}/";

    public string Related(string type, string id, string name) => $"{Resource(type, id)}{name}/";

    public string Self() => Build(query.Select(parameter => (parameter.Key, parameter.Value.ToString())));

    public string? Page(Cursor? cursor) => cursor is null
        ? null
        : Build(query
            .Where(parameter => parameter.Key != CursorParameter)
            .Select(parameter => (parameter.Key, parameter.Value.ToString()))
            .Append((CursorParameter, CursorText.Write(cursor))));

    private string Build(IEnumerable<(string Name, string Value)> parameters)
    {
        var text = string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}"));
        return $"{origin}{path.TrimEnd('/')}{(text.Length == 0 ? "" : "?" + text)}";
    }
}
