using Microsoft.Extensions.Configuration;

namespace Dxtra.Functions.Embedded.Tests.Timers;

public sealed class SettingNamesTests
{
    private readonly IConfiguration _settings = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["SyncSchedule"] = "0 0 * * * *", ["Empty"] = "", ["Sync:Schedule"] = "x" })
        .Build();

    [Theory]
    [InlineData("%SyncSchedule%", "0 0 * * * *")]
    [InlineData("%syncschedule%", "0 0 * * * *")]
    [InlineData("0 */5 * * * *", "0 */5 * * * *")]
    public void A_name_between_percent_signs_is_replaced_by_its_setting(string text, string resolved) =>
        Assert.Equal(resolved, SettingNames.Resolve(text, _settings));

    [Theory]
    [InlineData("%Missing%", "The setting 'Missing', which a trigger names as %Missing%, is missing.")]
    [InlineData("%Empty%", "The setting 'Empty', which a trigger names as %Empty%, is missing.")]
    [InlineData("%Sync__Schedule%", "The setting %Sync__Schedule% must have a flat name, without ':' and '__'.")]
    [InlineData("%Sync:Schedule%", "The setting %Sync:Schedule% must have a flat name, without ':' and '__'.")]
    public void A_setting_that_cannot_be_had_is_named(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => SettingNames.Resolve(text, _settings)).Message);
}
