using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Resources.Groups;

/// <summary>A profile as a member of a list or a segment.</summary>
internal sealed record GroupMember(Profile Profile, DateTimeOffset JoinedAt);
