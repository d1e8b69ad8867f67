using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Resources.PushTokens;

/// <summary>A token with the profile whose device it is.</summary>
internal sealed record OwnedToken(Profile Profile, PushToken Token);
