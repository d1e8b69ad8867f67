namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What a spreadsheet can take.</summary>
/// <param name="Rows">Of a file, the header among them.</param>
/// <param name="CellCharacters">Of a cell, in UTF-16.</param>
/// <param name="FoundColumns">Columns that are made from the fields of the rows. A row has them all in its last column anyway.</param>
internal sealed record CsvLimits(int Rows = 1_048_576, int CellCharacters = 32_767, int FoundColumns = 1_000);
