namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A live flow that reached the person lately.</summary>
/// <param name="Id">Klaviyo's id.</param>
/// <param name="Name">Null when the key may not see flows: then it may not be live any more.</param>
/// <param name="LastSeen">The latest event that names it.</param>
internal sealed record ActiveFlow(string Id, string? Name, DateTimeOffset LastSeen);
