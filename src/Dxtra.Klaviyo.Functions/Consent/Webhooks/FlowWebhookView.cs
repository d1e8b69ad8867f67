namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What a customer needs to set up the webhook action of a flow. The secret in <paramref name="Authorization"/> is shown this once.</summary>
/// <param name="Url">Where the flow posts to.</param>
/// <param name="Authorization">The value of the header of that name.</param>
/// <param name="ContentType">The value of the header <c>Content-Type</c>.</param>
/// <param name="Template">The body, with <c>TOPIC</c> in the place of one of <paramref name="Topics"/>.</param>
/// <param name="Topics">One flow for each that is wanted, with the metric of that name as its trigger.</param>
/// <param name="PreviousUntil">Until when the secret before this one is taken too; null when there is none.</param>
internal sealed record FlowWebhookView(
    Uri Url, string Authorization, string ContentType, string Template, IReadOnlyList<string> Topics, DateTimeOffset? PreviousUntil)
{
    public override string ToString() => nameof(FlowWebhookView);
}
