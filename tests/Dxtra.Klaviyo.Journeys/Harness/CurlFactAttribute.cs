namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>A test that runs the printed <c>curl</c> lines and is skipped where curl is not: the project itself does not need it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CurlFactAttribute : FactAttribute
{
    public CurlFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "curl"))))
            Skip = "curl is not on this machine; the test runs the curl lines that the launcher prints.";
    }
}
