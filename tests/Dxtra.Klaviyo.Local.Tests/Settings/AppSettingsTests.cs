using Dxtra.Klaviyo.Local.Settings;

namespace Dxtra.Klaviyo.Local.Tests.Settings;

public sealed class AppSettingsTests
{
    private static readonly Dictionary<string, string?> Own = new()
    {
        [SettingNames.Storage] = "own storage",
        [SettingNames.KlaviyoBaseAddress] = "own Klaviyo",
        [SettingNames.DataDirectory] = "own directory",
        [SettingNames.DevelopmentKey] = "own key",
        [SettingNames.PublicBaseAddress] = "own address",
    };

    [Theory]
    [InlineData(SettingNames.Storage)]
    [InlineData(SettingNames.KlaviyoBaseAddress)]
    [InlineData(SettingNames.DataDirectory)]
    [InlineData(SettingNames.DevelopmentKey)]
    [InlineData(SettingNames.PublicBaseAddress)]
    public void A_setting_from_outside_wins(string name)
    {
        var settings = AppSettings.Compose(new OutsideSettings(new Dictionary<string, string> { [name] = "theirs" }), Own);

        Assert.DoesNotContain(name, settings.Keys);
        Assert.Equal(Own.Count - 1, settings.Count);
    }

    [Fact]
    public void An_empty_variable_counts_as_not_given()
    {
        var settings = AppSettings.Compose(new OutsideSettings(new Dictionary<string, string> { [SettingNames.Storage] = "" }), Own);

        Assert.Equal("own storage", settings[SettingNames.Storage]);
    }

    [Fact]
    public void What_the_launcher_has_no_value_for_is_left_out()
    {
        var settings = AppSettings.Compose(new OutsideSettings(new Dictionary<string, string>()), [new(SettingNames.DevelopmentKey, null)]);

        Assert.Empty(settings);
    }

    [Fact]
    public void Shell_lines_survive_quotes_and_leave_out_what_ties_the_app_to_the_launcher()
    {
        var settings = new Dictionary<string, string> { ["A"] = "it's; $HOME", [SettingNames.ExitWithParent] = "true" };

        var lines = AppSettings.AsShellLines(settings);

        Assert.Equal([@"export A='it'\''s; $HOME'"], lines);
    }
}
