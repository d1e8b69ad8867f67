using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Gathers what a certificate is made from.</summary>
internal sealed class CertificateSources(
    IProcessorStore processors, SubjectVault subjects, PictureVault pictures, ICaseFiles files, IErasureLedger ledger)
{
    public async Task<CertificateSource> ReadAsync(RequestWork work, SubjectRequest request, CancellationToken cancellationToken)
    {
        var deletion = CaseOf(request);
        var processor = await processors.FindAsync(work.ControllerDid, work.ProcessorId, cancellationToken)
            ?? throw new InvalidOperationException($"The processor of the request {request.Id} is missing.");
        var envelope = await subjects.OpenAsync(request, cancellationToken);
        var lines = await ledger.ReadAsync(work.ControllerDid, work.RequestId, cancellationToken);
        var sightings = await ledger.ReadSightingsAsync(work.ControllerDid, work.RequestId, cancellationToken);
        return new(
            request,
            deletion,
            processor.Account,
            envelope.Subject,
            deletion.Preview is { } preview ? await pictures.ReadAsync(work, preview.Number, cancellationToken) : null,
            await CountsAsync(work, deletion, cancellationToken),
            [.. lines.Where(line => line.Run == work.Run)],
            [.. sightings.Where(sighting => sighting.Run == work.Run)]);
    }

    /// <summary>Where nobody was found, a preview and what came of it are those of an earlier time that the work was done.</summary>
    private static DeletionCase CaseOf(SubjectRequest request)
    {
        var deletion = request.Deletion ?? throw new InvalidOperationException($"The request {request.Id} is no deletion request.");
        return request.Outcome is { Result: RequestResult.NoSuchProfile }
            ? deletion with { Preview = null, Approvals = [], Execution = null, Erased = [] }
            : deletion;
    }

    private async Task<IReadOnlyList<HeldCounts>> CountsAsync(
        RequestWork work, DeletionCase deletion, CancellationToken cancellationToken) =>
        deletion.Preview is { } preview && await files.FindAsync(CaseNames.Preview(work, preview.Number), cancellationToken) is { } file
            ? PreviewCounts.Of(file)
            : [];
}
