using System.Reflection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The app's source files.</summary>
internal static class AppSources
{
    private static string Root => typeof(AppSources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "AppSources").Value!;

    /// <summary>The text of the file that declares a type.</summary>
    public static string Of(Type type) => File.ReadAllText(Directory.EnumerateFiles(Root, $"{type.Name}.cs", SearchOption.AllDirectories).Single());

    public static IReadOnlyList<string> Capabilities =>
        [.. Directory.EnumerateDirectories(Root).Where(folder => Directory.EnumerateFiles(folder, "*.cs").Any()).Select(folder => Path.GetFileName(folder)).Order()];

    public static IEnumerable<(string File, string Text)> OfCapability(string capability) =>
        Directory.EnumerateFiles(Path.Combine(Root, capability), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(Root, file), File.ReadAllText(file)));
}
