using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Jobs;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Privacy;

/// <summary>Requests for deletion: accepted without a word, carried out a little later, on whoever then has the identifier.</summary>
internal sealed class PrivacyResource(AccountData data, ProfileErasure erasure, Later later, SandboxSettings settings) : IResource
{
    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["request_profile_deletion"] = Request,
    };

    private ApiResult Request(ApiCall call)
    {
        var wanted = DeletionBody.Read(call.Body);
        if (Find(wanted).Count == 0)
            throw new ApiErrorException(RequestErrors.NobodyToDelete(wanted.Kind, wanted.Value));
        later.Do(settings.Jobs.Deletion, () => Delete(wanted));
        return ApiResult.Accepted;
    }

    private void Delete(DeletionBody wanted)
    {
        foreach (var profile in Find(wanted))
            erasure.Erase(profile);
    }

    private List<Profile> Find(DeletionBody wanted) => [.. data.Profiles.All.Where(profile => wanted.Kind switch
    {
        "id" => profile.Id == wanted.Value,
        "email" => HasEmail(profile, wanted.Value),
        _ => profile.PhoneNumber == wanted.Value,
    })];

    private bool HasEmail(Profile profile, string email)
    {
        var comparison = settings.Filters.EmailIgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return string.Equals(profile.Email, email, comparison)
            || (settings.Jobs.DeletionMatchesSecondaryEmails && profile.SecondaryEmails.Any(other => string.Equals(other, email, comparison)));
    }
}
