using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

internal abstract record RequestBatchResult
{
    private RequestBatchResult()
    {
    }

    /// <summary>Stored and started, now or by the same call earlier.</summary>
    public sealed record Accepted(string BatchId) : RequestBatchResult;

    public sealed record Invalid(FieldErrors Errors) : RequestBatchResult;

    public sealed record NoProcessor : RequestBatchResult;

    public sealed record NotActive(ProcessorStatus Status) : RequestBatchResult;

    public sealed record KeyReused : RequestBatchResult;
}
