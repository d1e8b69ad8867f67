namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PreviewCountsTests
{
    [Theory]
    [InlineData("""{ "profiles": [{ "counts": { "events": 3 } }, {}] }""", 2)]
    [InlineData("{}", 0)]
    public void Each_profile_has_its_counts_even_where_nothing_was_counted(string preview, int profiles) =>
        Assert.Equal(profiles, PreviewCounts.Of(System.Text.Encoding.UTF8.GetBytes(preview)).Count);
}
