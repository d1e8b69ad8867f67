namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>What a text stands for, so that a writer can set it: numbers to the right, ids small.</summary>
internal enum ReportKind
{
    Text,
    Number,
    Time,

    /// <summary>There to be found again, not to be read.</summary>
    Id,
}
