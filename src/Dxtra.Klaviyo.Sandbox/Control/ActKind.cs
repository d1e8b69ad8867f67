using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>What a person, a form, a mailbox or somebody of the shop does about messages.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActKind>))]
internal enum ActKind
{
    /// <summary>Consents on a channel; with a list, joins it too. Also what confirming a double opt-in is.</summary>
    Subscribe,

    /// <summary>Takes consent back on a channel.</summary>
    Unsubscribe,

    /// <summary>Takes consent to e-mail back by the link in a mail.</summary>
    ClickUnsubscribe,

    /// <summary>Marks a mail as spam.</summary>
    Complain,

    /// <summary>A mail comes back from a mailbox that does not exist.</summary>
    BounceHard,

    /// <summary>Somebody of the shop holds mail back by hand.</summary>
    Suppress,

    /// <summary>Somebody of the shop lifts that.</summary>
    Unsuppress,

    /// <summary>Joins a list by a form.</summary>
    JoinList,

    /// <summary>Leaves a list by the page of preferences.</summary>
    LeaveList,

    /// <summary>Saves the page of preferences.</summary>
    UpdatePreferences,

    /// <summary>Asks to be told when a product is back, which gives no consent.</summary>
    BackInStock,
}
