using Dxtra.Klaviyo.Certificates;
using Dxtra.Klaviyo.Functions.Reports;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Makes, signs and keeps the certificate of a run; a repeat finds the one that is there.</summary>
internal sealed class IssueCertificateActivity(
    IRequestStore requests,
    CertificateSources sources,
    CertificateFiles files,
    SigningKeys keys,
    IOptions<CertificateOptions> options,
    TimeProvider time)
{
    internal sealed record Input(RequestWork Work);

    [Function(nameof(IssueCertificateActivity))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        var file = await files.FindAsync(work, cancellationToken)
            ?? await files.AddAsync(work, await SignAsync(work, cancellationToken), cancellationToken);
        var issued = CertificateFiles.Stamp(work, file);
        await requests.UpdateAsync(work.ControllerDid, work.RequestId, Actors.System, current => With(current, work, issued), cancellationToken);
    }

    /// <summary>A run that was overtaken does not put its certificate in the place of the later one's.</summary>
    private static SubjectRequest With(SubjectRequest request, RequestWork work, IssuedCertificate issued) =>
        request.Run == work.Run ? request with { Deletion = request.Deletion! with { Certificate = issued } } : request;

    private async Task<byte[]> SignAsync(RequestWork work, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no request {work.RequestId}.");
        var source = await sources.ReadAsync(work, request, cancellationToken);
        var maker = new CertificateMaker(ReportTexts.Of(options.Value.Language));
        var certificate = maker.Make(CertificateFiles.IdOf(work), source, time.GetUtcNow());
        using var key = await keys.CurrentAsync(cancellationToken);
        return CertificateSigner.Sign(certificate, key);
    }
}
