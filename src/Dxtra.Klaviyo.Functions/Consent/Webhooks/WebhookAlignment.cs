using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Activity;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Makes a processor's system webhook at Klaviyo what it should be. Ours is known by its id, or by its name when the answer to its
/// registration was lost; there is one, whatever happened before.
/// </summary>
internal sealed class WebhookAlignment(
    IKlaviyoConnections connections, WebhookSecrets secrets, IWebhookGaps gaps, WebhookAddresses addresses, TimeProvider time)
{
    /// <summary>Klaviyo repeats for two days, then switches off and drops what is left: what fails at the end failed so long before.</summary>
    private static readonly TimeSpan Repeated = TimeSpan.FromHours(49);

    public async Task<WebhookOutcome> AlignAsync(WebhookRegistration registration, CancellationToken cancellationToken)
    {
        var klaviyo = (await connections.OpenAsync(registration.ControllerDid, registration.ProcessorId, due: null, cancellationToken)).Webhooks;
        var offered = new List<string>();
        await foreach (var topic in klaviyo.ListTopicsAsync(cancellationToken).ItemsAsync(cancellationToken))
            offered.Add(topic.Id);
        var topics = WebhookTopics.Choose(offered);
        if (topics.Count == 0)
            return WebhookOutcome.Without(WebhookState.NoTopics, registration);

        var ours = await OursAsync(klaviyo, registration, cancellationToken);
        var found = ours.Find(webhook => webhook.Id == registration.WebhookId) ?? ours.FirstOrDefault();
        foreach (var extra in ours.Where(webhook => webhook != found))
            await klaviyo.DeleteAsync(extra.Id, cancellationToken);
        return found is null
            ? await RegisterAsync(klaviyo, registration, topics, cancellationToken)
            : await CorrectAsync(klaviyo, registration, found, topics, cancellationToken);
    }

    public async Task RemoveAsync(WebhookRegistration registration, CancellationToken cancellationToken)
    {
        var klaviyo = (await connections.OpenAsync(registration.ControllerDid, registration.ProcessorId, due: null, cancellationToken)).Webhooks;
        foreach (var webhook in await OursAsync(klaviyo, registration, cancellationToken))
            await klaviyo.DeleteAsync(webhook.Id, cancellationToken);
    }

    private static async Task<List<KlaviyoResource<WebhookAttributes>>> OursAsync(
        WebhooksResource klaviyo, WebhookRegistration registration, CancellationToken cancellationToken)
    {
        var ours = new List<KlaviyoResource<WebhookAttributes>>();
        await foreach (var webhook in klaviyo.ListAsync(cancellationToken).ItemsAsync(cancellationToken))
        {
            if (webhook.Id == registration.WebhookId || webhook.Attributes.Name == NameOf(registration))
                ours.Add(webhook);
        }

        return ours;
    }

    private async Task<WebhookOutcome> RegisterAsync(
        WebhooksResource klaviyo, WebhookRegistration registration, IReadOnlyList<string> topics, CancellationToken cancellationToken)
    {
        // Somebody removed it at Klaviyo: nothing came since.
        if (registration.WebhookId is not null)
            await NoteGapAsync(registration, TimeSpan.Zero, cancellationToken);
        var secret = (await secrets.SigningAsync(registration.ProcessorId, cancellationToken)).Current;
        var made = await klaviyo.CreateAsync(NameOf(registration), AddressOf(registration), secret, topics, cancellationToken);
        return new(WebhookState.Active, made.Id, topics, [ActivityType.WebhookRegistered]);
    }

    private async Task<WebhookOutcome> CorrectAsync(
        WebhooksResource klaviyo, WebhookRegistration registration, KlaviyoResource<WebhookAttributes> found, IReadOnlyList<string> topics,
        CancellationToken cancellationToken)
    {
        var isKnown = found.Id == registration.WebhookId;
        var isOff = found.Attributes.Enabled == false;
        var hasTopics = found.Related("webhook-topics").Select(topic => topic.Id).ToHashSet(StringComparer.Ordinal).SetEquals(topics);
        var hasAddress = isKnown && registration.Address == AddressOf(registration);
        var hasSecret = isKnown && !registration.SecretPending;
        // Also while the plan or the key did not let us look, nothing is known to have come.
        if (isOff || registration.State != WebhookState.Active)
            await NoteGapAsync(registration, Repeated, cancellationToken);
        if (isOff || !hasTopics || !hasAddress || !hasSecret)
        {
            await klaviyo.UpdateAsync(found.Id, new WebhookChange
            {
                Enabled = isOff ? true : null,
                TopicIds = hasTopics ? null : topics,
                EndpointUrl = hasAddress ? null : AddressOf(registration),
                Secret = hasSecret ? null : (await secrets.SigningAsync(registration.ProcessorId, cancellationToken)).Current,
            }, cancellationToken);
        }

        return new(WebhookState.Active, found.Id, topics, [.. Changes(isKnown, isOff, hasTopics, hasAddress, hasSecret)]);
    }

    private static IEnumerable<ActivityType> Changes(bool isKnown, bool isOff, bool hasTopics, bool hasAddress, bool hasSecret)
    {
        if (!isKnown || !hasAddress)
            yield return ActivityType.WebhookRegistered;
        if (isOff)
            yield return ActivityType.WebhookSwitchedOn;
        if (!hasTopics)
            yield return ActivityType.WebhookTopicsChanged;
        if (isKnown && !hasSecret)
            yield return ActivityType.WebhookSecretRotated;
    }

    /// <summary>Noted before anything is put right: after a crash it is put right, and noted, again.</summary>
    private async Task NoteGapAsync(WebhookRegistration registration, TimeSpan before, CancellationToken cancellationToken)
    {
        if (registration.LastGoodAt is not { } good)
            return;
        var from = good - before;
        await gaps.NoteAsync(
            new(registration.ControllerDid, registration.ProcessorId, from < registration.RegisteredAt ? registration.RegisteredAt.Value : from, time.GetUtcNow()),
            cancellationToken);
    }

    private Uri AddressOf(WebhookRegistration registration) =>
        addresses.OfSystem(registration.ProcessorId) ?? throw new InvalidOperationException("Webhooks__PublicBaseAddress is missing.");

    private static string NameOf(WebhookRegistration registration) => $"Dxtra consent {registration.ProcessorId}";
}
