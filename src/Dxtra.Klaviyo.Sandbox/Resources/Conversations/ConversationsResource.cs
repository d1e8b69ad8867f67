using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Conversations;

/// <summary>The conversations with one person.</summary>
internal sealed class ConversationsResource(AccountData data) : IResource
{
    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_conversations_for_profile"] = OfProfile,
    };

    private ApiResult OfProfile(ApiCall call)
    {
        var profile = data.Profiles.Find(call.Id) ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Profile, call.Id));
        var writer = new ResourceWriter(call);
        return ApiResult.Ok(new DocumentWriter(call).Whole(profile.Conversations.Select(item => ConversationWriter.Write(item, profile, writer))));
    }
}
