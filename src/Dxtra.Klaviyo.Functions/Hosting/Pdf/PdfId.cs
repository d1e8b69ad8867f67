namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>The number of an object of a PDF file; as text, a reference to it.</summary>
internal readonly record struct PdfId(int Number);
