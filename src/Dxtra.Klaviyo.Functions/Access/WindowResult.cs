namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What came of reading a window.</summary>
/// <param name="Piece">The part of the window that was read to its end; null when it has to be cut first.</param>
/// <param name="Pages">Answers of Klaviyo.</param>
/// <param name="Rest">What is left to read; together with the piece it is the window.</param>
internal sealed record WindowResult(HistoryPiece? Piece, int Pages, IReadOnlyList<HistoryWindow> Rest);
