using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Says what a run has to do: everything, or what an earlier one could not read. What it will leave is noted for deletion before there
/// is any of it.
/// </summary>
internal sealed class StartRunActivity(IRequestStore requests, RunRecords records, ExportRetention retention, IOptions<AccessOptions> options)
{
    internal sealed record Input(RequestWork Work);

    /// <param name="Formats">The formats to write.</param>
    /// <param name="Kept">What an earlier run found and read; null when this one starts from nothing.</param>
    /// <param name="Missing">What is to be read; null for everything.</param>
    /// <param name="FirstPause">How patient the run is, see <see cref="Patience"/>.</param>
    internal sealed record Output(
        IReadOnlyList<string> Formats, FindProfilesActivity.Output? Kept, IReadOnlyList<MissingRead>? Missing, TimeSpan FirstPause);

    [Function(nameof(StartRunActivity))]
    public async Task<Output> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        await retention.NoteAsync(input.Work, cancellationToken);
        var request = await requests.FindAsync(input.Work.ControllerDid, input.Work.RequestId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no request {input.Work.RequestId}.");
        if (await records.FindAsync(input.Work, cancellationToken) is not { } earlier)
            return new(request.Formats, null, null, options.Value.FirstPause);
        var profiles = request.Profiles?.Count ?? 0;
        return new(request.Formats, new(profiles, earlier.Parts, null), MissingOf(profiles, earlier.Parts, input.Work.Run), options.Value.FirstPause);
    }

    /// <summary>
    /// Reads of which a category is a gap, or not there at all. What was prepared for the first run was read moments ago: its gaps
    /// stay, until somebody asks for another run.
    /// </summary>
    private static IReadOnlyList<MissingRead> MissingOf(int profiles, IReadOnlyList<PartResult> parts, int run)
    {
        var whole = parts.Where(part => part.Gap is null || run == 1).Select(part => (part.Profile, part.Category)).ToHashSet();
        return
        [
            .. from profile in Enumerable.Range(0, profiles)
               from read in Reads.AfterProfile.Prepend(Reads.Profile)
               where Reads.CategoriesOf(read).Any(category => !whole.Contains((profile, category)))
               select new MissingRead(profile, read),
        ];
    }
}
