using System.Globalization;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Jobs;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>Changes of consent in bulk: answered at once, done later, without a job to ask for.</summary>
internal sealed class SubscriptionsResource(
    AccountData data, Subscription subscription, Unsubscription unsubscription, Later later, SandboxSettings settings, TimeProvider time) : IResource
{
    private const int MostSubscribed = 1000;
    private const int MostUnsubscribed = 100;

    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["bulk_subscribe_profiles"] = Subscribe,
        ["bulk_unsubscribe_profiles"] = Unsubscribe,
    };

    private ApiResult Subscribe(ApiCall call)
    {
        var body = SubscriptionBody.Read(call.Body, "profile-subscription-bulk-create-job", Consent.Subscribed, MostSubscribed);
        CheckTimes(body);
        var list = FindList(body.ListId);
        if (!call.Ignored)
            later.Do(settings.Jobs.Subscription, () => subscription.Apply(body, list));
        return ApiResult.Accepted;
    }

    private ApiResult Unsubscribe(ApiCall call)
    {
        var body = SubscriptionBody.Read(call.Body, "profile-subscription-bulk-delete-job", Consent.Unsubscribed, MostUnsubscribed);
        var list = FindList(body.ListId);
        if (!call.Ignored)
            later.Do(settings.Jobs.Subscription, () => unsubscription.Apply(body.Profiles, list));
        return ApiResult.Accepted;
    }

    /// <summary>A time of consent belongs to historical imports, which all need one in the past.</summary>
    private void CheckTimes(SubscriptionBody body)
    {
        var historical = Subscription.IsHistorical(body);
        foreach (var (channel, parameters) in body.Profiles.SelectMany(person => person.Channels).Where(item => item.Channel.Confirmable))
        {
            var text = JsonBody.OptionalText(parameters, "consented_at", "/data/attributes/profiles");
            if (historical != text is not null)
                throw JsonBody.Invalid("/data/attributes/profiles", "'consented_at' is required for a historical import, and allowed for nothing else.");
            if (text is not null && !(DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at) && at < time.GetUtcNow()))
                throw JsonBody.Invalid("/data/attributes/profiles", $"'consented_at' of {channel.Name} must be in the past.");
        }
    }

    private ProfileList? FindList(string? id) => id is null
        ? null
        : data.Lists.Find(list => list.Id == id) ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.List, id));
}
