using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Makes the request of an order, with its subject sealed.</summary>
internal sealed class DeletionRequestMaker(SubjectVault vault, IOptions<DeletionOptions> options)
{
    public async Task<SubjectRequest> MakeAsync(
        string controller, string processorId, DeletionOrder order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = DescendingId.New(now);
        var subject = await vault.SealAsync(controller, id, new(order.Subject, order.Note), cancellationToken);
        return new()
        {
            Id = id,
            ControllerDid = controller,
            ProcessorId = processorId,
            Kind = RequestKind.Deletion,
            Status = RequestStatus.AwaitingIdentity,
            Regulation = order.Terms.Regulation.Id,
            ReceivedAt = order.Terms.ReceivedAt,
            DueAt = order.Terms.Regulation.DueAt(order.Terms.ReceivedAt),
            CreatedAt = now,
            Formats = [],
            SubjectCipherText = subject.CipherText,
            SubjectKey = subject.Key,
            SubjectMasked = subject.Masked,
            Deletion = new() { Scope = order.Scope, IdentityDueAt = now.AddDays(options.Value.IdentityDays) },
        };
    }
}
