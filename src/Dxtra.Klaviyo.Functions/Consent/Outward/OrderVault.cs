using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Makes orders with their subject sealed, and opens them again.</summary>
internal sealed class OrderVault(SubjectVault vault, ControllerKeys keys)
{
    public async Task<ConsentOrder> MakeAsync(
        string controller, string processorId, ConsentWish wish, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = DescendingId.New(now);
        var subject = await vault.SealAsync(controller, id, new(wish.Subject, Note: null), cancellationToken);
        return new()
        {
            Id = id,
            ControllerDid = controller,
            ProcessorId = processorId,
            Actor = actor,
            CreatedAt = now,
            SubjectCipherText = subject.CipherText,
            SubjectKey = subject.Key,
            SubjectMasked = subject.Masked,
            Channels = wish.Channels,
            ListId = wish.ListId,
            CreateIfMissing = wish.CreateIfMissing,
            ConsentedAt = wish.ConsentedAt,
        };
    }

    public async Task<SubjectIdentity> OpenAsync(ConsentOrder order, CancellationToken cancellationToken) => SubjectCipher.Decrypt<SubjectEnvelope>(
        order.SubjectCipherText, order.Id, await keys.EncryptionAsync(order.ControllerDid, cancellationToken)).Subject;
}
