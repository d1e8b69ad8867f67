using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Accounts;

internal abstract record CreateProcessorResult
{
    private CreateProcessorResult()
    {
    }

    public sealed record Created(Processor Processor) : CreateProcessorResult;

    public sealed record Invalid(FieldErrors Errors) : CreateProcessorResult;

    /// <summary>Klaviyo was asked and did not show the account.</summary>
    public sealed record Refused(ExplorationResult Reason) : CreateProcessorResult;
}
