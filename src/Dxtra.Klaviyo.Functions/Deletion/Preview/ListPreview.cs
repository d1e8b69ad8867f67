namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A list that a profile is on.</summary>
/// <param name="Id">Klaviyo's id.</param>
/// <param name="Name">As the shop calls it.</param>
/// <param name="Serves">The channels that it serves.</param>
/// <param name="Leaves">It is left.</param>
internal sealed record ListPreview(string Id, string? Name, IReadOnlyList<Channel> Serves, bool Leaves);
