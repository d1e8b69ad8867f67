using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Text that a caller writes for people to read: a note, a reason.</summary>
internal static class FreeText
{
    /// <summary>It has a greatest length, and of the control characters only line breaks and tabs.</summary>
    public static void Check(string? text, int most, string field, FieldErrors errors)
    {
        if (text?.Length > most)
            errors.Add(field, $"A {field} has at most {most} characters.");
        if (text?.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n')) == true)
            errors.Add(field, $"A {field} has no control characters but line breaks and tabs.");
    }
}
