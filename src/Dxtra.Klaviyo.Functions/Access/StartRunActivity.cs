using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Says what a run has to do: everything, or what an earlier one could not read.</summary>
internal sealed class StartRunActivity(IRequestStore requests, RunRecords records)
{
    internal sealed record Input(RequestWork Work);

    /// <param name="Formats">The formats to write.</param>
    /// <param name="Kept">What an earlier run found and read; null when this one starts from nothing.</param>
    /// <param name="Missing">What is to be read; null for everything.</param>
    internal sealed record Output(IReadOnlyList<string> Formats, FindProfilesActivity.Output? Kept, IReadOnlyList<MissingRead>? Missing);

    [Function(nameof(StartRunActivity))]
    public async Task<Output> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(input.Work.ControllerDid, input.Work.RequestId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no request {input.Work.RequestId}.");
        if (await records.FindAsync(input.Work, cancellationToken) is not { } earlier)
            return new(request.Formats, null, null);
        return new(request.Formats, new(request.Profiles?.Count ?? 0, earlier.Parts, null), MissingOf(earlier.Parts));
    }

    /// <summary>A profile's own part is read by looking it up, which a retry does not do; a gap there is what Klaviyo refused.</summary>
    private static IReadOnlyList<MissingRead> MissingOf(IReadOnlyList<PartResult> parts) =>
        [.. parts.Where(part => part.Gap is not null).Select(part => new MissingRead(part.Profile, Reads.Of(part.Category))).Distinct()];
}
