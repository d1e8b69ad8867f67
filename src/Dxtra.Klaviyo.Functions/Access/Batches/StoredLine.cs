using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A line with what is to be made of it.</summary>
/// <param name="Line">What came of it.</param>
/// <param name="Chunk">The number of its chunk; null when there is nothing to do.</param>
/// <param name="Request">The request, its subject sealed; null once it was handed over.</param>
internal sealed record StoredLine(BatchLine Line, int? Chunk, SubjectRequest? Request);
