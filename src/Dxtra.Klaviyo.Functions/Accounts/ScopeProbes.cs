using System.Collections.Concurrent;
using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>Tries reads and notes the scopes that they were refused for.</summary>
internal sealed class ScopeProbes
{
    private readonly ConcurrentDictionary<string, bool> _missing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _beyondPlan = new(StringComparer.Ordinal);

    public IReadOnlySet<string> Missing => _missing.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>The probe of this scope was refused because of the account's plan, not because of the scope.</summary>
    public bool PlanLacks(string scope) => _beyondPlan.ContainsKey(scope);

    /// <summary>Everything of a collection, by id and name; nothing when the scope is missing.</summary>
    public async Task<IReadOnlyList<NamedThing>> ReadAsync<T>(string scope, IAsyncEnumerable<KlaviyoPage<T>> pages, Func<T, string?> name)
    {
        var things = new List<NamedThing>();
        await ProbeAsync(scope, async () =>
        {
            await foreach (var item in pages.ItemsAsync())
                things.Add(new(item.Id, name(item.Attributes)));
        });
        return things;
    }

    /// <summary>The first page only.</summary>
    public Task TouchAsync<T>(string scope, IAsyncEnumerable<KlaviyoPage<T>> pages) => ProbeAsync(scope, async () =>
    {
        await foreach (var _ in pages)
            break;
    });

    private async Task ProbeAsync(string scope, Func<Task> read)
    {
        try
        {
            await read();
        }
        catch (KlaviyoPermissionException exception) when (exception.Problem == KlaviyoPermissionProblem.PlanLacksFeature)
        {
            _beyondPlan[scope] = true;
        }
        catch (KlaviyoPermissionException)
        {
            _missing[scope] = true;
        }
    }
}
