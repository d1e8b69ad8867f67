using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What came of reading one category of one profile. Small and without a person: it stands in orchestration history.</summary>
/// <param name="Profile">Index of the profile in the request.</param>
/// <param name="Category">One of <see cref="Categories"/>.</param>
/// <param name="Operation">The Klaviyo operation that was asked.</param>
/// <param name="Rows">Rows in the part.</param>
/// <param name="Pages">Answers that they came in.</param>
/// <param name="Bytes">Length of the part in storage.</param>
/// <param name="Sha256">64 hex digits over the part as it lies in storage, its files in order; null when nothing was written.</param>
/// <param name="AsOf">When reading began.</param>
/// <param name="Gap">Why there are no rows; null when the part was read.</param>
/// <param name="Files">The files that hold the rows, in order: names inside the request's folder of parts. Empty when there are no rows.</param>
internal sealed record PartResult(
    int Profile, string Category, string Operation, int Rows, int Pages, long Bytes, string? Sha256, DateTimeOffset AsOf, GapReason? Gap,
    IReadOnlyList<string> Files);
