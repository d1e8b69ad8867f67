using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Seed;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Adds lists and segments that nobody is in yet.</summary>
internal sealed class GroupControl(AccountData data, IdSource ids, TimeProvider time)
{
    public object AddList(NewGroup body)
    {
        lock (data.Gate)
        {
            var list = new ProfileList(ids.Short(), body.Name, time.GetUtcNow());
            data.Lists.Add(list);
            return new { list.Id, list.Name };
        }
    }

    public object AddSegment(NewGroup body)
    {
        lock (data.Gate)
        {
            var segment = new Segment(ids.Short(), body.Name, time.GetUtcNow()) { Definition = SegmentDefinitions.PropertyIsSet("email") };
            data.Segments.Add(segment);
            return new { segment.Id, segment.Name };
        }
    }
}
