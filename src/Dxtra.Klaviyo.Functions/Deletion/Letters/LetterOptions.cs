using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Settings of letters, <c>Letters__…</c>.</summary>
internal sealed class LetterOptions
{
    /// <summary>Whom a person asks who has questions: an address, a number, a page. Empty: the letter names the controller alone.</summary>
    [MaxLength(200)]
    [RegularExpression(@"[^\p{Cc}]*", ErrorMessage = "Letters__Contact has no line breaks and no control characters.")]
    public string Contact { get; set; } = "";
}
