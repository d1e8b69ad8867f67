using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Reads one category of one profile from Klaviyo into a part, a row a line, page by page. A repeat replaces the part.</summary>
internal sealed class GatherPartActivity(
    IRequestStore requests, IKlaviyoConnections connections, IEnumerable<IPartReader> readers, IExportStore exports, TimeProvider time)
{
    internal sealed record Input(RequestWork Work, int Profile, string Category);

    [Function(nameof(GatherPartActivity))]
    public async Task<PartResult> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        var reader = readers.Single(reader => reader.Category == input.Category);
        var empty = new PartResult(input.Profile, input.Category, reader.Operation, 0, 0, 0, null, time.GetUtcNow(), null, []);
        var profileId = await ProfileIdAsync(input, cancellationToken);
        var klaviyo = await connections.OpenAsync(work.ControllerDid, work.ProcessorId, cancellationToken);
        try
        {
            var part = new PartWriter(reader.ReadAsync(klaviyo, profileId, cancellationToken));
            var name = ExportNames.PartFile(input.Profile, input.Category);
            var file = await exports.WriteAsync(ExportNames.Part(work, name), "application/x-ndjson", part.WriteAsync, cancellationToken);
            return empty with { Rows = part.Rows, Pages = part.Pages, Bytes = file.Bytes, Sha256 = file.Sha256, Files = [name] };
        }
        catch (KlaviyoPermissionException)
        {
            return empty with { Gap = GapReason.MissingScope };
        }
        catch (KlaviyoNotFoundException)
        {
            return empty with { Gap = GapReason.ProfileGone };
        }
    }

    private async Task<string> ProfileIdAsync(Input input, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(input.Work.ControllerDid, input.Work.RequestId, cancellationToken);
        return request?.Profiles?[input.Profile].ProfileId
            ?? throw new InvalidOperationException($"The request {input.Work.RequestId} has no profiles.");
    }
}
