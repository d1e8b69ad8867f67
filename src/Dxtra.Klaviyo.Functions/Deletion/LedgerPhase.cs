namespace Dxtra.Klaviyo.Functions.Deletion;

internal enum LedgerPhase
{
    /// <summary>Written before the call: from here on it may have been made.</summary>
    Intent,

    /// <summary>What came of it.</summary>
    Answer,
}
