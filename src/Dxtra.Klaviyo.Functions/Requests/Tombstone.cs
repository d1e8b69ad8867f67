namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Marks an identifier of an erased person.</summary>
/// <param name="Hash">Keyed hash, see <see cref="SubjectHash"/>.</param>
/// <param name="Identifier">Its kind: <c>email, phone, externalId, profileId</c>.</param>
/// <param name="RequestId">The deletion request.</param>
/// <param name="At">When the person's erasure began.</param>
internal sealed record Tombstone(string Hash, string Identifier, string RequestId, DateTimeOffset At);
