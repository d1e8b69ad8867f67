namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What a profile says of one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="State">What holds.</param>
/// <param name="At">Since when, as Klaviyo says; an import may have dated it back.</param>
/// <param name="MovedAt">When Klaviyo last wrote it; for e-mail, suppressions move that too.</param>
/// <param name="Method">How it came about.</param>
internal sealed record ProfileState(ConsentChannel Channel, ConsentState State, DateTimeOffset? At, DateTimeOffset? MovedAt, string? Method);
