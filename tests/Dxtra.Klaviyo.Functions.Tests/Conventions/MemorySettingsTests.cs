using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class MemorySettingsTests
{
    /// <summary>A setting that the runtime does not know is passed over in silence; this one it knows.</summary>
    [Fact]
    public void The_app_tells_the_collector_how_large_its_young_generation_may_grow()
    {
        var file = Path.ChangeExtension(typeof(RowShelf).Assembly.Location, ".runtimeconfig.json");
        using var config = JsonDocument.Parse(File.ReadAllBytes(file));
        var settings = config.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");

        Assert.InRange(settings.GetProperty("System.GC.Gen0MaxBudget").GetInt64(), 1, 8 * 1024 * 1024);
        Assert.False(settings.GetProperty("System.GC.Server").GetBoolean());
        Assert.False(settings.GetProperty("System.GC.Concurrent").GetBoolean());
    }
}
