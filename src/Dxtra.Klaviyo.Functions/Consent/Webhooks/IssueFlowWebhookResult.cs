using Dxtra.Klaviyo.Functions.Accounts;

namespace Dxtra.Klaviyo.Functions.Consent;

internal abstract record IssueFlowWebhookResult
{
    private IssueFlowWebhookResult()
    {
    }

    public sealed record Issued(FlowWebhookView View) : IssueFlowWebhookResult;

    public sealed record NoProcessor : IssueFlowWebhookResult;

    public sealed record NotActive(ProcessorStatus Status) : IssueFlowWebhookResult;

    public sealed record NoAddress : IssueFlowWebhookResult;
}
