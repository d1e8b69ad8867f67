using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Resources.Groups;

/// <summary>Puts people on lists and takes them off, which neither gives nor takes consent, and leaves no event.</summary>
internal sealed class Memberships(ChangeJournal changes, TimeProvider time)
{
    /// <summary>Who is on the list already has a new time of joining.</summary>
    public void Join(ProfileList list, string profileId)
    {
        var isNew = !list.Members.ContainsKey(profileId);
        list.Join(profileId, time.GetUtcNow());
        if (isNew)
            changes.Add(Change.JoinedList, profileId, list.Id);
    }

    public void Leave(ProfileList list, string profileId)
    {
        if (list.Leave(profileId))
            changes.Add(Change.LeftList, profileId, list.Id);
    }
}
