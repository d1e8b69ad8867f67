namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A part of a letter.</summary>
/// <param name="Heading">What it is about.</param>
/// <param name="Sentences">What it says.</param>
/// <param name="IsList">They stand below each other as items.</param>
internal sealed record LetterPart(string Heading, IReadOnlyList<string> Sentences, bool IsList = false);
