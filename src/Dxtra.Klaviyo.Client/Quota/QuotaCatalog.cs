using System.Text.Json;

namespace Dxtra.Klaviyo.Client;

/// <summary>The limits of the specification: of each operation, and of parameters that have a bucket of their own, whatever the operation.</summary>
internal sealed class QuotaCatalog
{
    private readonly Dictionary<string, QuotaRoute> _operations;
    private readonly IReadOnlyList<Surcharge> _surcharges;

    private QuotaCatalog(JsonElement facts)
    {
        Revision = facts.GetProperty("revision").GetString()!;
        _operations = facts.GetProperty("operations").EnumerateArray()
            .Select(operation => Own(operation.GetProperty("id").GetString()!, LimitsOf(operation))).ToDictionary(route => route.Key);
        _surcharges =
        [
            .. facts.GetProperty("surcharges").EnumerateArray().Select(surcharge => new Surcharge(
                surcharge.GetProperty("parameter").GetString()!, surcharge.GetProperty("value").GetString()!, LimitsOf(surcharge))),
        ];
    }

    public string Revision { get; }

    public IReadOnlyCollection<QuotaRoute> Operations => _operations.Values;

    public IReadOnlyList<Surcharge> Surcharges => _surcharges;

    public static QuotaCatalog Load()
    {
        using var stream = typeof(QuotaCatalog).Assembly.GetManifestResourceStream("limits.json")!;
        using var facts = JsonDocument.Parse(stream);
        return new(facts.RootElement);
    }

    /// <exception cref="InvalidOperationException">The operation has no limits here; a test sees to it that each has.</exception>
    public QuotaRoute RouteOf(KlaviyoRequest request)
    {
        var own = _operations.GetValueOrDefault(request.Operation)
            ?? throw new InvalidOperationException($"The limits of {request.Operation} are not known.");
        var query = QueryOf(request.Address);
        if (query.Length == 0)
            return own;
        var extra = _surcharges.Where(surcharge => surcharge.IsIn(query)).Select(surcharge => new QuotaRoute.Bucket(surcharge.Name, surcharge.Limits)).ToList();
        return extra.Count == 0
            ? own
            : new($"{own.Key} {string.Join(' ', extra.Select(bucket => bucket.Name))}", [.. own.Buckets, .. extra]);
    }

    private static QuotaRoute Own(string operation, IReadOnlyList<RateLimit> limits) => new(operation, [new(operation, limits)]);

    private static IReadOnlyList<RateLimit> LimitsOf(JsonElement facts) =>
        [.. facts.GetProperty("limits").EnumerateArray().Select(limit => new RateLimit(limit[0].GetInt32(), TimeSpan.FromSeconds(limit[1].GetInt32())))];

    private static string QueryOf(Uri address) => address.OriginalString.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? address.OriginalString[(at + 1)..] : "";

    /// <summary>A word in a parameter's value that brings a limit with it.</summary>
    internal sealed record Surcharge(string Parameter, string Value, IReadOnlyList<RateLimit> Limits)
    {
        public string Name => $"{Parameter}={Value}";

        public bool IsIn(string query) => query.Split('&').Select(Uri.UnescapeDataString).Any(parameter =>
            parameter.StartsWith($"{Parameter}=", StringComparison.Ordinal) && parameter[(Parameter.Length + 1)..].Split(',').Contains(Value));
    }
}
