namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A history as it was read.</summary>
/// <param name="Lines">In no order.</param>
/// <param name="Version">Of the store; null when there was nothing.</param>
internal sealed record StoredHistory(IReadOnlyList<LedgerLine> Lines, string? Version)
{
    public bool Has(string sourceHash) => Lines.Any(line => line.SourceHash == sourceHash);
}
