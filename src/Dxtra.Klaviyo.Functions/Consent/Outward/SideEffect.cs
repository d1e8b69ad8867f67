namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What Klaviyo does beside, or in place of, what is asked.</summary>
internal enum SideEffect
{
    /// <summary>A profile comes into being.</summary>
    CreatesProfile,

    /// <summary>What holds mail back is lifted: an earlier unsubscription, a spam report, a hold by hand.</summary>
    LiftsSuppression,

    /// <summary>Mail stays held back all the same: the mailbox does not exist, or refuses.</summary>
    StaysSuppressed,

    /// <summary>The person joins the list, which may start its flows.</summary>
    JoinsList,

    /// <summary>The person leaves the list; consent and other lists stay.</summary>
    LeavesList,

    /// <summary>The channel is unsubscribed for the whole account; memberships of lists stay.</summary>
    UnsubscribesEverywhere,

    /// <summary>The list has double opt-in: Klaviyo asks the person, and nothing changes until they confirm.</summary>
    AsksPerson,

    /// <summary>Without a list the account's own opt-in applies, which nobody can read: Klaviyo may ask the person first, or do nothing for a new one.</summary>
    MayAskPerson,
}
