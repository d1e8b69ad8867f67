namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What a re-read saw.</summary>
internal enum Seen
{
    /// <summary>Nothing is there; for consent: it is withdrawn.</summary>
    Absent,

    /// <summary>It is still there.</summary>
    Present,

    /// <summary>Another profile, older than the deletion, has the identifier: this one was merged into it.</summary>
    InAnother,

    /// <summary>Another profile, made after the deletion, has the identifier: the person was created anew.</summary>
    CreatedAnew,

    /// <summary>It could not be read.</summary>
    Unreadable,
}
