using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Functions.Embedded.CrashHost;

/// <summary>Takes a while, leaves a trace and gives a result that follows from its key alone.</summary>
internal sealed class WorkActivity(EffectLog effects)
{
    [Function("Work")]
    public async Task<string> RunAsync([ActivityTrigger] string key, CancellationToken ct)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(5 + (key.Length * 7 % 25)), ct);
        effects.Add(key);
        return $"<{key}>";
    }
}
