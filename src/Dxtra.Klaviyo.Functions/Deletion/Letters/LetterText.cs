using System.Text;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A letter as plain text, in lines that fit an e-mail.</summary>
internal static class LetterText
{
    private const int Width = 76;

    public static string Write(Letter letter)
    {
        var text = new StringBuilder();
        Add(text, letter.Title, "", "");
        Add(text, letter.Opening, "", "");
        foreach (var part in letter.Parts)
        {
            Add(text, part.Heading.ToUpperInvariant(), "", "");
            foreach (var sentence in part.Sentences)
                Add(text, sentence, part.IsList ? "- " : "", part.IsList ? "  " : "");
        }

        Add(text, letter.Closing, "", "");
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Add(StringBuilder text, string paragraph, string first, string rest)
    {
        var line = first;
        foreach (var word in VisibleText.Of(paragraph).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length > Width && line.Trim().Length > 0 && line != first)
            {
                text.Append(line.TrimEnd()).Append('\n');
                line = rest;
            }

            line += word + " ";
        }

        text.Append(line.TrimEnd()).Append("\n\n");
    }
}
