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
        var subject = (await vault.OpenAsync(request, cancellationToken)).Subject;
        var document = new ExportDocument(request, processor, subject, input.Parts, time.GetUtcNow(), work.Look);
        var source = new ExportSource(document, (file, token) => exports.OpenAsync(ExportNames.Part(work, file), token));
        var writer = writers.Single(writer => writer.Format == input.Format);
        return await exports.WriteAsync(
            ExportNames.Export(work, writer.Format, writer.Extension), writer.ContentType, (stream, token) => writer.WriteAsync(source, stream, token), cancellationToken);
    }
}
