using System.Globalization;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Promises the later looks for an erased person. The sweep starts them when their day has come and the person is still known here.</summary>
internal sealed class WatchLooks(IPendingStartStore pending, IOptions<DeletionOptions> options, TimeProvider time)
{
    private IEnumerable<int> Days => options.Value.WatchDays
        .Split(',', StringSplitOptions.RemoveEmptyEntries).Select(days => int.Parse(days, CultureInfo.InvariantCulture)).Distinct();

    /// <param name="request">Just completed.</param>
    /// <param name="cancellationToken">Gives up; a repeat promises the same.</param>
    public async Task PromiseAsync(SubjectRequest request, CancellationToken cancellationToken)
    {
        if (request.Deletion?.Scope.Contains(DeletionScope.Profile) != true)
            return;
        foreach (var days in Days)
            await pending.AddAsync(new(request.Work() with { Look = days }, nameof(WatchOrchestrator), (request.CompletedAt ?? time.GetUtcNow()).AddDays(days)), cancellationToken);
    }
}
