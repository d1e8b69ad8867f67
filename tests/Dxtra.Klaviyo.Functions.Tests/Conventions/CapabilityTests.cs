using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Which capability may use which. Those that do the work for a subject never use each other.</summary>
public sealed partial class CapabilityTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Hosting"] = [],
        ["Activity"] = ["Hosting"],
        ["Reports"] = ["Hosting"],
        ["Accounts"] = ["Activity", "Hosting"],
        ["Requests"] = ["Accounts", "Activity", "Hosting"],
        ["Access"] = ["Accounts", "Activity", "Hosting", "Reports", "Requests"],
        ["Deletion"] = ["Accounts", "Activity", "Hosting", "Reports", "Requests"],
        ["Consent"] = ["Accounts", "Activity", "Hosting", "Requests"],
        ["Lists"] = ["Accounts", "Activity", "Hosting", "Requests"],
    };

    public static TheoryData<string> Capabilities => [.. AppSources.Capabilities];

    [Theory]
    [MemberData(nameof(Capabilities))]
    public void Capabilities_use_only_those_below_them(string capability)
    {
        var offences =
            from source in AppSources.OfCapability(capability)
            from Match use in Use().Matches(source.Text)
            let used = use.Groups["capability"].Value
            where used != capability && !Allowed[capability].Contains(used)
            select $"{source.File} uses {used}";

        Assert.Empty(offences);
    }

    [GeneratedRegex(@"using (static )?Dxtra\.Klaviyo\.Functions\.(?<capability>\w+)")]
    private static partial Regex Use();
}
