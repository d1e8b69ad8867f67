namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>How a request ended.</summary>
/// <param name="Result">One word: what came of it.</param>
/// <param name="Counts">Rows by category.</param>
/// <param name="Gaps">What could not be read, and why.</param>
/// <param name="Exports">The files by format; empty when there are none.</param>
internal sealed record RequestOutcome(
    RequestResult Result,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyList<RequestGap> Gaps,
    IReadOnlyDictionary<string, ExportFile> Exports)
{
    /// <summary>What later looks brought that the export does not have; in the order in which it came.</summary>
    public IReadOnlyList<RequestSupplement> Supplements { get; init; } = [];

    public static RequestOutcome Failure(RequestResult result) =>
        new(result, new Dictionary<string, int>(), [], new Dictionary<string, ExportFile>());
}
