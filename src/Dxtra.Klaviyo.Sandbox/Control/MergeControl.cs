using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Happenings;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Merges people.</summary>
internal sealed class MergeControl(AccountData data, ProfileMerge merge)
{
    /// <returns>The survivor's id; null when one of the two does not exist, or they are the same.</returns>
    public object? Merge(Happening.Merger merger)
    {
        lock (data.Gate)
        {
            if (data.Profiles.Find(merger.Source) is not { } source || data.Profiles.Find(merger.Into) is not { } survivor || source == survivor)
                return null;
            merge.Merge(source, survivor, merger.Lingers);
            return new { ProfileId = survivor.Id };
        }
    }
}
