using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Accounts;

internal sealed class VerifyProcessorHandler(IAccountExplorer explorer)
{
    public async Task<VerifyProcessorResult> HandleAsync(ApiKeyBody body, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (ApiKeyRules.Check(body.ApiKey, errors) is not { } key)
            return new VerifyProcessorResult.Invalid(errors);
        return await explorer.ExploreAsync(key, cancellationToken) switch
        {
            ExplorationResult.Explored { Discovery: var discovery } => new VerifyProcessorResult.Verified(VerificationView.Of(discovery)),
            var reason => new VerifyProcessorResult.Refused(reason),
        };
    }
}
