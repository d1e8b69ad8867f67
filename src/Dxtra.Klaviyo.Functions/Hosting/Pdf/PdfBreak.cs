namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>What a character means to the end of a line.</summary>
internal enum PdfBreak : byte
{
    None,

    /// <summary>A line may end here, and what ends it is not seen.</summary>
    Space,

    /// <summary>A line may end here when there is no space to end it at: inside an address or a long number.</summary>
    Weak,

    /// <summary>The line ends here.</summary>
    Hard,
}
