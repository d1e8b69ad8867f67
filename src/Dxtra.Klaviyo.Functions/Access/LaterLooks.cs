using System.Globalization;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Promises the later looks at a person's history: Klaviyo delivers events late. The sweep starts them when their day has come.</summary>
internal sealed class LaterLooks(IPendingStartStore pending, IOptions<AccessOptions> options, TimeProvider time)
{
    private IEnumerable<int> Days => options.Value.LaterLookDays
        .Split(',', StringSplitOptions.RemoveEmptyEntries).Select(days => int.Parse(days, CultureInfo.InvariantCulture)).Distinct();

    public async Task PromiseAsync(SubjectRequest request, CancellationToken cancellationToken)
    {
        if (request.Profiles is null or [])
            return;
        foreach (var days in Days)
            await pending.AddAsync(new(request.Work() with { Look = days }, nameof(SupplementOrchestrator), time.GetUtcNow().AddDays(days)), cancellationToken);
    }
}
