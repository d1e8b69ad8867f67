namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Why a deadline cannot be extended.</summary>
internal enum ExtensionRefusal
{
    /// <summary>The law of the request knows no extension.</summary>
    NotInThisLaw,

    /// <summary>A law gives it once.</summary>
    AlreadyExtended,

    /// <summary>The person must be told within the first period.</summary>
    TooLate,
}
