using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Functions.Embedded.CrashHost;

/// <summary>Fails the first time that a process is asked for a key.</summary>
internal sealed class FlakyActivity(EffectLog effects)
{
    private static readonly ConcurrentDictionary<string, bool> Asked = [];

    [Function("Flaky")]
    public string Run([ActivityTrigger] string key)
    {
        if (Asked.TryAdd(key, true))
            throw new InvalidOperationException("The first time it fails.");
        effects.Add(key);
        return $"<{key}>";
    }
}
