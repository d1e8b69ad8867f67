using System.Security.Cryptography;
using System.Text;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary><c>POST P/access-requests/batch</c>: takes many access requests at once, as CSV or JSON.</summary>
internal sealed class RequestBatchFunction(RequestBatchHandler handler, GetBatchHandler views)
{
    private const int MostBytes = 16 * 1024 * 1024;

    [Function("RequestBatch")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/processors/{processorId}/access-requests/batch")] HttpRequest request,
        string did, string processorId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadBytesAsync(request, MostBytes, cancellationToken);
        if (body.Value is not { } bytes)
            return body.Problem!;
        var isCsv = request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) == true;
        var input = isCsv ? ReadCsv(bytes, request) : JsonBatch.Read(bytes);
        if (input.Problem is { } problem)
            return problem;
        var command = new RequestBatchCommand(
            did, processorId, input, FingerprintOf(bytes, request), isCsv ? CsvBatch.ColumnOf : field => field, Caller.Of(request).Subject, IdempotencyKey.Of(request));
        return await handler.HandleAsync(command, client, cancellationToken) switch
        {
            RequestBatchResult.Accepted { BatchId: var id } => Located.Accepted($"controllers/{did}/batches/{id}", await views.HandleAsync(did, id, GetBatchQuery.First, cancellationToken)),
            RequestBatchResult.Invalid { Errors: var errors } => errors.ToProblem(),
            RequestBatchResult.NotActive { Status: var status } => ProcessorProblems.NotActive(status),
            RequestBatchResult.KeyReused => RequestProblems.IdempotencyKeyReused,
            _ => ProcessorProblems.NotFound,
        };
    }

    private static BatchInput ReadCsv(byte[] body, HttpRequest request)
    {
        var errors = new FieldErrors();
        var terms = CsvTerms.Read(request, errors);
        return errors.Any ? BatchInput.Refused(errors.ToProblem()) : CsvBatch.Read(body, terms);
    }

    private static string FingerprintOf(byte[] body, HttpRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData([.. body, .. Encoding.UTF8.GetBytes($"\n{request.ContentType}\n{request.QueryString}\n{CsvTerms.PassphraseOf(request)}")]));
}
