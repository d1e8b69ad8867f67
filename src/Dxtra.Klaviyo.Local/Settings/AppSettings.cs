namespace Dxtra.Klaviyo.Local.Settings;

/// <summary>What the launcher sets for the app: everything it has an own value for and that was not given from outside.</summary>
internal static class AppSettings
{
    /// <param name="outside">The app inherits these, so they are left out of the answer.</param>
    /// <param name="own">The launcher's own values by environment name; null where it has none.</param>
    public static IReadOnlyDictionary<string, string> Compose(OutsideSettings outside, IEnumerable<KeyValuePair<string, string?>> own) =>
        own.Where(s => s.Value is not null && !outside.Has(s.Key)).ToDictionary(s => s.Key, s => s.Value!);

    /// <summary>The lines that set the same values in a shell.</summary>
    public static IEnumerable<string> AsShellLines(IReadOnlyDictionary<string, string> settings) =>
        settings.Where(s => s.Key != SettingNames.ExitWithParent).Select(s => $"export {s.Key}={Quote(s.Value)}");

    private static string Quote(string value) => $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
