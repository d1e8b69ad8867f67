using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Puts the parts together into the export of one format. A repeat makes the same file again.</summary>
internal sealed class AssembleExportActivity(
    IRequestStore requests, IProcessorStore processors, SubjectVault vault, IExportStore exports, IEnumerable<IExportWriter> writers, TimeProvider time)
{
    internal sealed record Input(RequestWork Work, IReadOnlyList<PartResult> Parts, string Format);

    [Function(nameof(AssembleExportActivity))]
    public async Task<ExportFile> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no request {work.RequestId}.");
        var processor = await processors.FindAsync(work.ControllerDid, work.ProcessorId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no processor {work.ProcessorId}.");
        var sealedWith = await vault.OpenAsync(request, cancellationToken);
        if (request.Encrypted && sealedWith.Passphrase is null)
            throw new InvalidOperationException($"The passphrase of request {work.RequestId} is gone.");
        var document = new ExportDocument(request, processor, sealedWith.Subject, input.Parts, time.GetUtcNow(), work.Look);
        var source = new ExportSource(document, (file, token) => exports.OpenAsync(ExportNames.Part(work, file), token));
        var package = new ExportPackage(writers.Single(writer => writer.Format == input.Format), sealedWith.Passphrase);
        return await exports.WriteAsync(
            ExportNames.Export(work, input.Format, package.Extension), package.ContentType, (stream, token) => package.WriteAsync(source, stream, token), cancellationToken);
    }
}
