namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What an event says of one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="State">What holds from then on.</param>
/// <param name="Method">How, when the kind of event says so.</param>
internal sealed record ConsentSaying(ConsentChannel Channel, ConsentState State, string? Method = null);
