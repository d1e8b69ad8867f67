using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Tests.Data;

public sealed class EventIndexTests
{
    [Fact]
    public void Events_added_one_by_one_and_in_batches_stand_by_time_then_by_id()
    {
        var random = new Random(1);
        var index = new EventIndex();
        var all = new List<Event>();
        for (var batch = 0; batch < 20; batch++)
        {
            var items = Enumerable.Range(0, random.Next(40)).Select(_ => Make(random)).ToList();
            all.AddRange(items);
            if (batch % 3 == 0)
                items.ForEach(index.Add);
            else
                index.AddRange(items);
        }

        Assert.Equal(
            all.OrderBy(item => item.Timestamp).ThenBy(item => item.Id, StringComparer.Ordinal).Select(item => item.Id),
            index.Events.Select(item => item.Id));
    }

    private static Event Make(Random random) =>
        new() { Id = $"{random.Next():D10}A", Timestamp = random.Next(50), Properties = "{}"u8.ToArray() };
}
