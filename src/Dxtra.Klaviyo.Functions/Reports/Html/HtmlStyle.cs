using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>The style sheet, which stands in the document, and the policy that lets the browser take this one and nothing else.</summary>
internal sealed class HtmlStyle
{
    private static readonly string Sheet = Read();

    /// <param name="title">What stands at the head of a printed page.</param>
    public HtmlStyle(string title)
    {
        Text = $"{Sheet}@page{{@top-left{{content:\"{Quoted(title)}\"}}}}";
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
        Policy = $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'";
    }

    public string Text { get; }

    /// <summary>A Content-Security-Policy.</summary>
    public string Policy { get; }

    /// <summary>Everything but letters and digits as an escape, so that no text can leave its quotes.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder();
        foreach (var rune in VisibleText.Of(text).EnumerateRunes())
            quoted.Append(rune.IsAscii && Rune.IsLetterOrDigit(rune) ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\{rune.Value:X6} "));
        return quoted.ToString();
    }

    private static string Read()
    {
        using var file = typeof(HtmlStyle).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
