using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Makes the request of an order, with its subject sealed; for one that comes alone and for those of a batch.</summary>
internal sealed class AccessRequestMaker(SubjectVault vault)
{
    public async Task<SubjectRequest> MakeAsync(
        string controller, string processorId, AccessOrder order, DateTimeOffset now, string? batchId, CancellationToken cancellationToken)
    {
        var id = DescendingId.New(now);
        var subject = await vault.SealAsync(controller, id, new(order.Subject, order.Note) { Passphrase = order.Passphrase }, cancellationToken);
        return new()
        {
            Id = id,
            ControllerDid = controller,
            ProcessorId = processorId,
            Kind = RequestKind.Access,
            Status = RequestStatus.Received,
            Regulation = order.Regulation.Id,
            ReceivedAt = order.ReceivedAt,
            DueAt = order.Regulation.DueAt(order.ReceivedAt),
            CreatedAt = now,
            BatchId = batchId,
            Formats = order.Formats,
            SubjectCipherText = subject.CipherText,
            SubjectKey = subject.Key,
            SubjectMasked = subject.Masked,
            Encrypted = order.Passphrase is not null,
        };
    }
}
