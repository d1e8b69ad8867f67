using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The profile itself, read again by its id: what came with the look-up was not all.</summary>
internal sealed class ProfileReader(ProfileParts parts) : IPartReader
{
    public string Read => Reads.Profile;

    public string Operation => ProfileRows.Operation;

    public async Task ReadAsync(PartReading reading, CancellationToken cancellationToken)
    {
        var search = new ProfileSearch(reading.Klaviyo);
        var found = await search.FindAsync([new FoundProfile(reading.Profile.Id, "", [], [])], cancellationToken);
        reading.Add(found is [var profile]
            ? await parts.WriteAsync(reading.Work, reading.Index, reading.Klaviyo, profile, cancellationToken)
            : parts.Gone(reading.Index));
    }
}
