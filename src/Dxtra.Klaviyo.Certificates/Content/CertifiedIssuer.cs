namespace Dxtra.Klaviyo.Certificates;

/// <summary>Whose data it was, and where.</summary>
/// <param name="ControllerDid">The data controller.</param>
/// <param name="Organization">The controller as its Klaviyo account calls it; null when it does not.</param>
/// <param name="ProcessorId">The connected account.</param>
/// <param name="KlaviyoAccountId">Klaviyo's id of it.</param>
public sealed record CertifiedIssuer(string ControllerDid, string? Organization, string ProcessorId, string KlaviyoAccountId);
