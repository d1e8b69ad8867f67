using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The orders to set consent.</summary>
internal interface IConsentOrderStore
{
    /// <returns><see cref="ClaimResult.Claimed"/>, <see cref="ClaimResult.Repeated"/> or <see cref="ClaimResult.KeyReused"/>.</returns>
    Task<ClaimResult> AddAsync(ConsentOrder order, IdempotencyClaim? idempotency, CancellationToken cancellationToken);

    Task<ConsentOrder?> FindAsync(string controller, string id, CancellationToken cancellationToken);

    /// <summary>Those about one person, newest first.</summary>
    Task<CursorPage<ConsentOrder>> ListAsync(
        string controller, string processorId, string subjectKey, PageQuery query, CancellationToken cancellationToken);

    /// <summary>Those about the same person that came after it.</summary>
    Task<IReadOnlyList<ConsentOrder>> FindNewerAsync(ConsentOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the order and whatever waits beside it for the same account, up to <paramref name="most"/>, each for one batch only.
    /// </summary>
    /// <returns>The ids of what this order's batch has, again on a repeat; none when another batch has the order.</returns>
    Task<IReadOnlyList<string>> ClaimAsync(string controller, string processorId, string id, int most, CancellationToken cancellationToken);

    /// <summary>Changes an order, from what it is at that moment.</summary>
    Task<ConsentOrder> UpdateAsync(string controller, string id, Func<ConsentOrder, ConsentOrder> change, CancellationToken cancellationToken);
}
