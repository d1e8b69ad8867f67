using System.Globalization;
using Dxtra.Klaviyo.Local;

namespace Dxtra.Klaviyo.Benchmarks.Stack;

/// <summary>
/// The share of Klaviyo's limits that the app may use, since other apps of a customer use the same account. The environment's
/// <c>Governor__Share</c>, or the app's default; the app is told it in either case, so that what is reported is what was used.
/// </summary>
internal static class UsedShare
{
    public const string Setting = "Governor__Share";

    private const double Default = 0.8;

    public static double Value { get; } = Read();

    public static string Text => Value.ToString(CultureInfo.InvariantCulture);

    private static double Read() => Environment.GetEnvironmentVariable(Setting) switch
    {
        null or "" => Default,
        var text when double.TryParse(text, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1 => share,
        var text => throw new LauncherException($"{Setting} has to be a number above 0 and up to 1, not {text}."),
    };
}
