using Dxtra.Klaviyo.Functions.Accounts;

namespace Dxtra.Klaviyo.Functions.Consent;

internal abstract record ResyncResult
{
    private ResyncResult()
    {
    }

    public sealed record Accepted(string CycleId) : ResyncResult;

    public sealed record NoProcessor : ResyncResult;

    public sealed record NotActive(ProcessorStatus Status) : ResyncResult;

    /// <summary>The idempotency key came with another body before.</summary>
    public sealed record KeyReused : ResyncResult;
}
