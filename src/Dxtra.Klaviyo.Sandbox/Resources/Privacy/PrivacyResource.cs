using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Faults;
using Dxtra.Klaviyo.Sandbox.Jobs;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Privacy;

/// <summary>Requests for deletion: accepted without a word, carried out a little later, on whoever then has the identifier.</summary>
internal sealed class PrivacyResource(AccountData data, ProfileErasure erasure, Comeback comeback, Later later, SandboxSettings settings) : IResource
{
    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["request_profile_deletion"] = Request,
    };

    private ApiResult Request(ApiCall call)
    {
        var wanted = DeletionBody.Read(call.Body);
        if (Find(wanted).Count == 0 || call.Lie?.Kind == FaultKinds.Denied)
            throw new ApiErrorException(RequestErrors.NobodyToDelete(wanted.Kind, wanted.Value));
        if (call.Lie?.Kind == FaultKinds.Unauthorized)
            throw new ApiErrorException(AccessErrors.Incident);
        if (!call.Ignored)
            later.Do(settings.Jobs.Deletion, () => Delete(wanted, call.Lie));
        return ApiResult.Accepted;
    }

    private void Delete(DeletionBody wanted, FaultRule? lie)
    {
        foreach (var profile in Find(wanted))
        {
            erasure.Erase(profile);
            if (lie?.Kind == FaultKinds.Returned)
                comeback.Plan(profile, lie.By, TimeSpan.FromMilliseconds(lie.Milliseconds));
        }
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
