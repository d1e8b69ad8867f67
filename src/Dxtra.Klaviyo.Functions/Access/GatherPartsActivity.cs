using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Reads some categories of one profile from Klaviyo into parts. A repeat replaces the parts.</summary>
internal sealed class GatherPartsActivity(ReadingRoom room, IEnumerable<IPartReader> readers)
{
    internal sealed record Input(RequestWork Work, int Profile, string Read);

    [Function(nameof(GatherPartsActivity))]
    public Task<OrLater<IReadOnlyList<PartResult>>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => ReadAsync(input, cancellationToken));

    private async Task<IReadOnlyList<PartResult>> ReadAsync(Input input, CancellationToken cancellationToken)
    {
        var reader = readers.Single(reader => reader.Read == input.Read);
        var reading = await room.OpenAsync(input.Work, input.Profile, cancellationToken);
        if (reading.IsGivenUp)
            return Gaps(reading, reader, GapReason.Unavailable);
        try
        {
            await reader.ReadAsync(reading, cancellationToken);
            return reading.Results;
        }
        catch (KlaviyoPermissionException)
        {
            return Gaps(reading, reader, GapReason.MissingScope);
        }
        catch (KlaviyoNotFoundException)
        {
            return Gaps(reading, reader, GapReason.ProfileGone);
        }
    }

    private static IReadOnlyList<PartResult> Gaps(PartReading reading, IPartReader reader, GapReason reason) =>
        [.. Reads.CategoriesOf(reader.Read).Select(category => reading.Empty(category, reader.Operation, reason))];
}
