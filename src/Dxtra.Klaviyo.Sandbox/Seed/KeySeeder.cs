using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>The keys of the account: one with everything, one that only reads, one short of each scope, one revoked.</summary>
internal static class KeySeeder
{
    public const string Full = "full";

    /// <summary>Draws from a chance of its own: a scope more must not make the account another one.</summary>
    public static IReadOnlyList<ApiKey> Make(int seed, OperationCatalog catalog)
    {
        var context = new SeedContext(seed, SandboxSize.Small);
        var scopes = catalog.Scopes;
        var reading = scopes.Where(scope => scope.EndsWith(":read", StringComparison.Ordinal)).ToHashSet();
        return
        [
            new ApiKey(Full, Value(context), scopes.ToHashSet()),
            new ApiKey("read-only", Value(context), reading),
            .. scopes.Select(scope => new ApiKey($"without {scope}", Value(context), scopes.Where(other => other != scope).ToHashSet())),
            new ApiKey("revoked", Value(context), scopes.ToHashSet(), Revoked: true),
        ];
    }

    private static string Value(SeedContext context) => "pk_" + context.Ids.Hex32() + context.Ids.Hex32()[..2];
}
