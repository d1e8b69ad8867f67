namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What came of a profile that was to be erased.</summary>
internal enum DeletionOutcome
{
    /// <summary>Everything that was asked for was seen to be so, twice in a row.</summary>
    Confirmed,

    /// <summary>It was gone before we asked for its deletion.</summary>
    NoSuchProfile,

    /// <summary>It was merged into another profile, which was not approved: what it held lives on there.</summary>
    Merged,

    /// <summary>Klaviyo took the order, and it was not seen to be carried out.</summary>
    Unconfirmed,

    /// <summary>Klaviyo did not take the order.</summary>
    Failed,
}
