namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A list that a profile is on.</summary>
/// <param name="Id">Klaviyo's id.</param>
/// <param name="Name">As Klaviyo says; null when it does not.</param>
/// <param name="Serves">The channels that it serves, as far as Klaviyo's campaigns and flows show; all of them when they show none.</param>
internal sealed record PictureList(string Id, string? Name, IReadOnlyList<Channel> Serves);
