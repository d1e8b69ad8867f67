namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What holds for a channel by the ledger.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="ListId">The list, when the channel is one.</param>
/// <param name="State">What holds.</param>
/// <param name="Since">When that took effect.</param>
/// <param name="SeenAt">When we heard of it.</param>
internal sealed record ConsentHeld(ConsentChannel Channel, string? ListId, ConsentState State, DateTimeOffset Since, DateTimeOffset SeenAt);
