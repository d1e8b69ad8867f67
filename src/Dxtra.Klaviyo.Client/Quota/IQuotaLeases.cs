namespace Dxtra.Klaviyo.Client;

/// <summary>Where the instances that serve the same accounts share their budgets. Not registered, an instance takes itself to be alone.</summary>
public interface IQuotaLeases
{
    /// <summary>Does not throw: an implementation that cannot reach the others gives what is safe without them.</summary>
    Task<QuotaLease> LeaseAsync(QuotaLeaseRequest request, CancellationToken cancellationToken);
}
