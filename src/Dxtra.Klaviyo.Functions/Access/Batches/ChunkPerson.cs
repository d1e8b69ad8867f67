using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A person of a chunk whose profile is known for certain, with the parts that were written for it.</summary>
internal sealed class ChunkPerson(PartReading reading)
{
    public PartReading Reading => reading;

    public ProfileIdentity Profile => reading.Profile;

    public Task WriteAsync(string category, string operation, IEnumerable<ReadOnlyMemory<byte>> rows, CancellationToken cancellationToken) =>
        reading.WriteAsync(category, operation, [.. rows], cancellationToken);

    public void Gap(string category, string operation, GapReason reason) => reading.Gap(category, operation, reason);
}
