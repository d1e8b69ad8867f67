namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A message that was worked off is gone; these are there.</summary>
internal enum InboxState
{
    Waiting,

    /// <summary>Could not be worked off; kept until somebody has it tried again or its time is over.</summary>
    Poison,

    /// <summary>Was worked off as far as it is understood; kept for the topics in it that we do not know.</summary>
    Unknown,
}
