namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What came of a step, in our words.</summary>
internal enum LedgerAnswer
{
    /// <summary>Done, by us, at once: a mark was set, a list was left.</summary>
    Done,

    /// <summary>Klaviyo took the order; whether it is carried out has to be seen.</summary>
    Accepted,

    /// <summary>There was nothing to do.</summary>
    NothingToDo,

    /// <summary>The profile was gone before the call.</summary>
    AlreadyGone,

    /// <summary>The key lacks a scope.</summary>
    MissingScope,

    /// <summary>Klaviyo did not take it within our patience.</summary>
    Unavailable,

    /// <summary>Not called: the identifier belongs to somebody else by now.</summary>
    NotTheirs,
}
