using System.Text.Json;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What a run read, kept beside its parts: a retry goes on from it, and a later look is held against it.</summary>
internal sealed class RunRecords(IExportStore exports)
{
    internal sealed record RunRecord(IReadOnlyList<PartResult> Parts);

    public Task WriteAsync(RequestWork work, IReadOnlyList<PartResult> parts, CancellationToken cancellationToken) => exports.WriteAsync(
        ExportNames.Record(work), "application/json", (stream, token) => JsonSerializer.SerializeAsync(stream, new RunRecord(parts), Hosting.Json.Options, token), cancellationToken);

    /// <summary>Null when no run of this request has come to its end.</summary>
    public async Task<RunRecord?> FindAsync(RequestWork work, CancellationToken cancellationToken)
    {
        if (await exports.TryOpenAsync(ExportNames.Record(work), cancellationToken) is not { } stream)
            return null;
        await using (stream)
            return await JsonSerializer.DeserializeAsync<RunRecord>(stream, Hosting.Json.Options, cancellationToken);
    }
}
