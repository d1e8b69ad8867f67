using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>Its members are seeded; the definition is shown, never evaluated.</summary>
internal sealed class Segment(string id, string name, DateTimeOffset created) : ProfileGroup(id, name, created)
{
    public required JsonObject Definition { get; init; }

    public bool IsActive { get; init; } = true;

    public bool IsStarred { get; init; }
}
