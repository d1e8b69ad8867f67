using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Resources.Privacy;

/// <summary>
/// What Klaviyo calls deletion: the profile goes with its memberships, consent, devices, conversations, codes and records; its events and
/// reviews stay, with the personal parts redacted.
/// </summary>
internal sealed class ProfileErasure(AccountData data, ChangeJournal changes, SandboxSettings settings, TimeProvider time)
{
    public void Erase(Profile profile)
    {
        var deleted = new DeletedProfile
        {
            ProfileId = profile.Id,
            Email = profile.Email,
            PhoneNumber = profile.PhoneNumber,
            SecondaryEmails = [.. profile.SecondaryEmails],
            DeletedAt = time.GetUtcNow(),
            RedactedEmail = $"redacted.{Guid.NewGuid()}@example.com",
        };
        data.Profiles.Remove(profile);
        foreach (var group in data.Lists.Concat<ProfileGroup>(data.Segments))
            group.Leave(profile.Id);
        data.CouponCodes.RemoveAll(code => code.ProfileId == profile.Id);
        foreach (var type in data.ObjectTypes)
            type.Records.RemoveAll(record => record.ProfileId == profile.Id);
        Redact(profile, deleted.RedactedEmail);
        data.DeletedProfiles.Add(deleted);
        changes.Add(Change.Deleted, profile.Id);
    }

    private void Redact(Profile profile, string redactedEmail)
    {
        var redaction = new Redaction(profile, redactedEmail);
        foreach (var item in data.Events.OfProfile(profile.Id))
            item.Properties = redaction.Of(item.Properties);
        if (!settings.Jobs.DeletedKeepEvents)
            data.Events.Orphan(profile.Id);
        for (var i = 0; i < data.Reviews.Count; i++)
        {
            if (data.Reviews[i].ProfileId == profile.Id)
                data.Reviews[i] = data.Reviews[i] with { ProfileId = null, Email = redactedEmail, Author = Redaction.Word };
        }
    }
}
