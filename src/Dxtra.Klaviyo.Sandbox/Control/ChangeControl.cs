using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>What was done to people, and who was deleted.</summary>
internal sealed class ChangeControl(AccountData data, ChangeJournal journal)
{
    /// <summary>In the order in which it took effect.</summary>
    public IReadOnlyList<Change> All
    {
        get
        {
            lock (data.Gate)
                return [.. journal.All];
        }
    }

    /// <summary>The latest first, with the contact details that Klaviyo keeps as proof.</summary>
    public IReadOnlyList<DeletedProfile> Deleted
    {
        get
        {
            lock (data.Gate)
                return [.. data.DeletedProfiles.AsEnumerable().Reverse()];
        }
    }

    public void Clear()
    {
        lock (data.Gate)
            journal.Clear();
    }
}
