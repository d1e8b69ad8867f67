namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>An identifier that several profiles of a preview have, in whatever spelling.</summary>
/// <param name="Identifier"><c>email</c> or <c>phone</c>.</param>
/// <param name="Masked">The identifier.</param>
/// <param name="Profiles">The ids of those profiles.</param>
/// <param name="Together">It is to be unsubscribed, which reaches all of them: they are approved together or not at all.</param>
internal sealed record SharedIdentifier(string Identifier, string Masked, IReadOnlyList<string> Profiles, bool Together);
