using System.Collections.Concurrent;
using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>Tries reads and notes how each went. One that fails says nothing of the key and does not spoil the others.</summary>
/// <param name="granted">A scope that needs no probe any more.</param>
internal sealed class ScopeProbes(string granted)
{
    private readonly ConcurrentDictionary<string, ScopeState> _states = new(StringComparer.Ordinal) { [granted] = ScopeState.Granted };

    public IReadOnlyDictionary<string, ScopeState> States => _states;

    /// <summary>Everything of a collection, by id and name; what was read before a failure when there was one.</summary>
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
            _states[scope] = ScopeState.Granted;
        }
        catch (KlaviyoPermissionException exception)
        {
            _states[scope] = exception.Problem == KlaviyoPermissionProblem.PlanLacksFeature ? ScopeState.NotInPlan : ScopeState.Missing;
        }
        catch (KlaviyoException)
        {
            _states[scope] = ScopeState.Unknown;
        }
    }
}
