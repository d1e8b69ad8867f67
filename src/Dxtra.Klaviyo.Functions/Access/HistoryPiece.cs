namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A window that was read to its end.</summary>
/// <param name="Window">The stretch of time.</param>
/// <param name="File">The file with its rows, oldest first, each event once; empty when there are none.</param>
/// <param name="StrayFile">The file with events that came although they do not belong here; empty when there are none.</param>
/// <param name="Rows">Rows in <paramref name="File"/>.</param>
/// <param name="Pages">Answers of Klaviyo.</param>
/// <param name="Bytes">Length of <paramref name="File"/>.</param>
internal sealed record HistoryPiece(HistoryWindow Window, string File, string StrayFile, int Rows, int Pages, long Bytes);
