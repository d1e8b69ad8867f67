using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Accounts;

internal abstract record VerifyProcessorResult
{
    private VerifyProcessorResult()
    {
    }

    public sealed record Verified(VerificationView View) : VerifyProcessorResult;

    public sealed record Invalid(FieldErrors Errors) : VerifyProcessorResult;

    /// <summary>Klaviyo was asked and did not show the account.</summary>
    public sealed record Refused(ExplorationResult Reason) : VerifyProcessorResult;
}
