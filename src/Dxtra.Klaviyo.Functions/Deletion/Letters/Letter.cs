namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A letter to the person, in whatever form it is written.</summary>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Opening">What it begins with.</param>
/// <param name="Parts">What follows, each below a heading.</param>
/// <param name="Closing">What stands at its end, small.</param>
internal sealed record Letter(string Language, string Title, string Opening, IReadOnlyList<LetterPart> Parts, string Closing);
