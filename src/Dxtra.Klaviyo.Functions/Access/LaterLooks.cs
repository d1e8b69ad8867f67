using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Promises the later looks at a person's history: Klaviyo delivers events late. The sweep starts them when their day has come.</summary>
internal sealed class LaterLooks(IPendingStartStore pending, IOptions<AccessOptions> options, TimeProvider time)
{
    public async Task PromiseAsync(SubjectRequest request, CancellationToken cancellationToken)
    {
        if (request.Profiles is null or [])
            return;
        foreach (var days in options.Value.LaterLookDays)
            await pending.AddAsync(new(request.Work() with { Look = days }, nameof(SupplementOrchestrator), time.GetUtcNow().AddDays(days)), cancellationToken);
    }
}
