using System.Globalization;
using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed partial class HtmlStyleTests
{
    [Theory]
    [InlineData("ink", 7)]
    [InlineData("quiet", 4.5)]
    [InlineData("accent", 4.5)]
    [InlineData("s0", 3)]
    [InlineData("s1", 3)]
    [InlineData("s2", 3)]
    [InlineData("s3", 3)]
    [InlineData("s4", 3)]
    public void Everything_stands_out_from_its_ground_in_light_in_dark_and_on_paper(string colour, double contrast)
    {
        var schemes = Scheme().Matches(new HtmlStyle("").Text).Select(ColoursOf).ToList();

        Assert.Equal(3, schemes.Count);
        Assert.All(schemes, colours => Assert.InRange(Contrast(colours[colour], colours["paper"]), contrast, 21));
        Assert.All(schemes, colours => Assert.InRange(Contrast(colours["quiet"], colours["card"]), 4.5, 21));
        Assert.All(schemes, colours => Assert.InRange(Contrast(colours["ink"], colours["warn-paper"]), 4.5, 21));
    }

    [Fact]
    public void A_title_cannot_leave_its_quotes()
    {
        var added = new HtmlStyle("</style>\"};a{b:c}\\\n").Text[new HtmlStyle("").Text.LastIndexOf('"')..];

        Assert.Equal("""\00003C \00002F style\00003E \000022 \00007D \00003B a\00007B b\00003A c\00007D \00005C \00000A "}}""", added);
    }

    private static Dictionary<string, string> ColoursOf(Match scheme) =>
        Colour().Matches(scheme.Value).ToDictionary(colour => colour.Groups["name"].Value, colour => colour.Groups["value"].Value);

    /// <summary>As WCAG 2 counts it.</summary>
    private static double Contrast(string one, string other)
    {
        var (lighter, darker) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(string colour)
    {
        var hex = colour.Length == 3 ? string.Concat(colour.Select(digit => $"{digit}{digit}")) : colour;
        var channels = new[] { 0, 2, 4 }.Select(at => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(channel => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4)).ToList();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [GeneratedRegex(@":root\{[^}]+\}")]
    private static partial Regex Scheme();

    [GeneratedRegex("--(?<name>[a-z0-9-]+):#(?<value>[0-9a-f]+)")]
    private static partial Regex Colour();
}
