using System.Text.Json;

namespace Dxtra.Klaviyo.Sandbox.Specification;

/// <summary>The operations that the sandbox answers, read from the facts that are part of this assembly.</summary>
internal sealed class OperationCatalog
{
    private readonly Dictionary<string, Operation> _byId;

    private OperationCatalog(Facts facts)
    {
        Revision = facts.Revision;
        _byId = facts.Operations.ToDictionary(operation => operation.Id);
    }

    /// <summary>The revision whose facts these are: <c>2026-07-15</c>.</summary>
    public string Revision { get; }

    public IReadOnlyCollection<Operation> All => _byId.Values;

    public IReadOnlyList<string> Scopes => [.. All.SelectMany(operation => operation.Scopes).Distinct().Order(StringComparer.Ordinal)];

    public Operation this[string id] => _byId[id];

    public static OperationCatalog Load()
    {
        using var stream = typeof(OperationCatalog).Assembly.GetManifestResourceStream("operations.json")!;
        return new OperationCatalog(JsonSerializer.Deserialize<Facts>(stream, JsonSerializerOptions.Web)!);
    }

    private sealed record Facts(string Revision, IReadOnlyList<Operation> Operations);
}
