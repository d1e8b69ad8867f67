using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Text that a caller writes for people to read: a note, a reason.</summary>
internal static class FreeText
{
    /// <summary>What is sealed must fit a property of a table: three bytes for a letter of any script, but twelve for an emoji.</summary>
    private const double MostBytesPerCharacter = 3.5;

    /// <summary>It has a greatest length, and of the control characters only line breaks and tabs.</summary>
    public static void Check(string? text, int most, string field, FieldErrors errors)
    {
        if (text is not null && (text.Length > most || JsonSerializer.SerializeToUtf8Bytes(text, Json.Options).Length > most * MostBytesPerCharacter))
            errors.Add(field, $"A {field} has at most {most} characters; an emoji counts as several.");
        if (text?.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n')) == true)
            errors.Add(field, $"A {field} has no control characters but line breaks and tabs.");
    }
}
