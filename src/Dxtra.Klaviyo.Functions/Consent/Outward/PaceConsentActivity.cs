using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The settings that an orchestration waits by.</summary>
internal sealed class PaceConsentActivity(IOptions<OutwardOptions> options)
{
    internal sealed record Input(RequestWork Work);

    [Function(nameof(PaceConsentActivity))]
    public Task<OutwardPace> RunAsync([ActivityTrigger] Input input) =>
        Task.FromResult(new OutwardPace(options.Value.Window, options.Value.Pause, options.Value.Patience));
}
