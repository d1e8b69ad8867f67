namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The JSON examples, a file each.</summary>
internal static class Examples
{
    public static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Examples", file));
}
