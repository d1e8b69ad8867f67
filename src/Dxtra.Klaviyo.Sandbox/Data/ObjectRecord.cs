using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Data;

/// <param name="Id">The id of the type, three colons, the id in the source.</param>
/// <param name="ProfileId">Whose it is, which Klaviyo does not show; null for nobody's.</param>
/// <param name="Properties">By the names of the type's properties.</param>
internal sealed record ObjectRecord(string Id, string? ProfileId, JsonObject Properties);
