using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The words of a preview: each is there, and each is used.</summary>
public sealed partial class PreviewTextsTests
{
    [Fact]
    public void Each_step_has_a_text() => Assert.All(
        Enum.GetNames<ErasureStep>(), step => Assert.NotEmpty(PreviewTexts.English[$"plan.{char.ToLowerInvariant(step[0])}{step[1..]}"]));

    [Fact]
    public void Every_text_is_asked_for_somewhere()
    {
        var source = string.Concat(AppSources.OfCapability("Deletion").Select(file => file.Text));

        // A key is written whole, or its last part is a word of its own.
        Assert.All(PreviewTexts.English.Keys, key => Assert.True(
            source.Contains($"\"{key}\"", StringComparison.Ordinal) || source.Contains($"\"{key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]}\"", StringComparison.Ordinal), key));
    }

    [Fact]
    public void Every_key_that_is_written_whole_has_a_text() =>
        Assert.All(
            AppSources.OfCapability("Deletion").SelectMany(file => Key().Matches(file.Text)).Select(match => match.Groups["key"].Value),
            key => Assert.NotEmpty(PreviewTexts.English[key]));

    [GeneratedRegex("\"(?<key>(plan|stays|warning|approvals)\\.[a-zA-Z]+)\"")]
    private static partial Regex Key();
}
