namespace Dxtra.Klaviyo.Functions.Access;

/// <param name="Controller">Whose request it is.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Format">One of <see cref="ExportFormats"/>, as the caller wrote it.</param>
/// <param name="Supplement">The number of a supplement; null for the export itself.</param>
/// <param name="Actor">Who downloads.</param>
internal sealed record DownloadExportCommand(string Controller, string RequestId, string Format, int? Supplement, string Actor);
