using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Jobs;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>Changes of consent in bulk: answered at once, done later, without a job to ask for.</summary>
internal sealed class SubscriptionsResource(AccountData data, Unsubscription unsubscription, Later later, SandboxSettings settings) : IResource
{
    private const int MostUnsubscribed = 100;

    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["bulk_unsubscribe_profiles"] = Unsubscribe,
    };

    private ApiResult Unsubscribe(ApiCall call)
    {
        var body = SubscriptionBody.Read(call.Body, "profile-subscription-bulk-delete-job", Consent.Unsubscribed, MostUnsubscribed);
        var list = FindList(body.ListId);
        later.Do(settings.Jobs.Subscription, () => unsubscription.Apply(body.Profiles, list));
        return ApiResult.Accepted;
    }

    private ProfileList? FindList(string? id) => id is null
        ? null
        : data.Lists.Find(list => list.Id == id) ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.List, id));
}
