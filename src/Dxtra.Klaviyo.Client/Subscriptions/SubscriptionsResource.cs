using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// Changes of consent. Klaviyo answers them with a 202 and nothing else: what came of it, only reading the profile tells, minutes later.
/// All but <see cref="UnsuppressAsync"/> create a profile for an identifier that Klaviyo does not know.
/// </summary>
public sealed class SubscriptionsResource
{
    public const int MostUnsubscribed = 100;
    public const int MostSubscribed = 1000;
    public const int MostSuppressed = 100;

    private const string Suppress = "profile-suppression-bulk-create-job";
    private const string Unsuppress = "profile-suppression-bulk-delete-job";
    private readonly KlaviyoTransport _transport;

    internal SubscriptionsResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// Takes consent back, on the named channels, for the whole account. <c>POST /api/profile-subscription-bulk-delete-jobs</c>, scopes
    /// <c>lists:write</c>, <c>profiles:write</c> and <c>subscriptions:write</c>, 75/s and 750/min, <see cref="MostUnsubscribed"/> profiles.
    /// Klaviyo would take a list, and unsubscribe everywhere whoever is not on it, so a list is not offered: to take somebody off one,
    /// see <see cref="ListsResource.RemoveMembersAsync"/>.
    /// </summary>
    public Task UnsubscribeAsync(IReadOnlyCollection<Unsubscription> profiles, CancellationToken cancellationToken = default)
    {
        Batch.Check(profiles, MostUnsubscribed);
        return _transport.SendAsync(
            KlaviyoRequest.Command(
                "bulk_unsubscribe_profiles", "api/profile-subscription-bulk-delete-jobs", ConsentBody.ForUnsubscribe(profiles)),
            cancellationToken);
    }

    /// <summary>
    /// Records consent, and lifts suppressions for unsubscribing, a spam report or by hand.
    /// <c>POST /api/profile-subscription-bulk-create-jobs</c>, scopes <c>lists:write</c>, <c>profiles:write</c> and
    /// <c>subscriptions:write</c>, 75/s and 750/min, <see cref="MostSubscribed"/> profiles. A new address without a list was seen to come
    /// to nothing.
    /// </summary>
    public Task SubscribeAsync(
        IReadOnlyCollection<Subscription> profiles, SubscribeOptions? options = null, CancellationToken cancellationToken = default)
    {
        Batch.Check(profiles, MostSubscribed);
        return _transport.SendAsync(
            KlaviyoRequest.Command(
                "bulk_subscribe_profiles",
                "api/profile-subscription-bulk-create-jobs",
                ConsentBody.ForSubscribe(profiles, options ?? new())),
            cancellationToken);
    }

    /// <summary>
    /// Stops e-mail marketing to addresses, whatever their consent. <c>POST /api/profile-suppression-bulk-create-jobs</c>, scopes
    /// <c>profiles:write</c> and <c>subscriptions:write</c>, 75/s and 750/min, <see cref="MostSuppressed"/> addresses.
    /// </summary>
    public Task<KlaviyoResource<SuppressionJobAttributes>> SuppressAsync(
        IReadOnlyCollection<string> emails, CancellationToken cancellationToken = default) =>
        StartAsync("bulk_suppress_profiles", Suppress, emails, cancellationToken);

    /// <summary>
    /// Lifts suppressions that were set by hand (<c>USER_SUPPRESSED</c>), no others; an unknown address is passed over.
    /// <c>POST /api/profile-suppression-bulk-delete-jobs</c>, scope <c>subscriptions:write</c>, 75/s and 750/min,
    /// <see cref="MostSuppressed"/> addresses.
    /// </summary>
    public Task<KlaviyoResource<SuppressionJobAttributes>> UnsuppressAsync(
        IReadOnlyCollection<string> emails, CancellationToken cancellationToken = default) =>
        StartAsync("bulk_unsuppress_profiles", Unsuppress, emails, cancellationToken);

    /// <summary>
    /// How far <see cref="SuppressAsync"/> has come. <c>GET /api/profile-suppression-bulk-create-jobs/{id}</c>, scope
    /// <c>subscriptions:read</c>, 75/s and 750/min.
    /// </summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such job.</exception>
    public Task<KlaviyoResource<SuppressionJobAttributes>> GetSuppressionJobAsync(
        string id, CancellationToken cancellationToken = default) =>
        GetJobAsync("get_bulk_suppress_profiles_job", Suppress, id, cancellationToken);

    /// <summary>
    /// How far <see cref="UnsuppressAsync"/> has come. <c>GET /api/profile-suppression-bulk-delete-jobs/{id}</c>, scope
    /// <c>subscriptions:read</c>, 75/s and 750/min.
    /// </summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such job.</exception>
    public Task<KlaviyoResource<SuppressionJobAttributes>> GetUnsuppressionJobAsync(
        string id, CancellationToken cancellationToken = default) =>
        GetJobAsync("get_bulk_unsuppress_profiles_job", Unsuppress, id, cancellationToken);

    private Task<KlaviyoResource<SuppressionJobAttributes>> StartAsync(
        string operation, string job, IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        Batch.Check(emails, MostSuppressed);
        JsonObject[] profiles = [.. emails.Select(email => new JsonObject
        {
            ["type"] = "profile",
            ["attributes"] = new JsonObject { ["email"] = email },
        })];
        return _transport.GetAsync(
            KlaviyoRequest.Post(operation, $"api/{job}s", ConsentBody.Job(job, profiles)),
            KlaviyoJson.Default.SuppressionJobAttributes,
            cancellationToken);
    }

    private Task<KlaviyoResource<SuppressionJobAttributes>> GetJobAsync(
        string operation, string job, string id, CancellationToken cancellationToken) =>
        _transport.GetAsync(
            KlaviyoRequest.Get(operation, $"api/{job}s/{KlaviyoPath.Id(id)}"),
            KlaviyoJson.Default.SuppressionJobAttributes,
            cancellationToken);
}
