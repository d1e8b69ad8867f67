using Dxtra.Klaviyo.Functions.Activity;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What came of asking Klaviyo about a webhook.</summary>
/// <param name="State">How it stands.</param>
/// <param name="WebhookId">Its id; also of one that we cannot reach now.</param>
/// <param name="Topics">What it sends.</param>
/// <param name="Changes">What was changed at Klaviyo, as the activity log calls it.</param>
internal sealed record WebhookOutcome(WebhookState State, string? WebhookId, IReadOnlyList<string> Topics, IReadOnlyList<ActivityType> Changes)
{
    public static WebhookOutcome Without(WebhookState state, WebhookRegistration registration) => new(state, registration.WebhookId, registration.Topics, []);
}
