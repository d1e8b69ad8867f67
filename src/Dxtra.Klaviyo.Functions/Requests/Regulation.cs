namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A law that gives a deadline.</summary>
/// <param name="Id">The word that the contract uses.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Citation">Where it says so.</param>
/// <param name="Deadline">Counted from the receipt of the request.</param>
/// <param name="Extension">How much longer it may take, once, when the person is told so before the deadline; null when it may not.</param>
/// <param name="Pausable">The deadline may stand still while the person has yet to prove who they are.</param>
internal sealed record Regulation(string Id, string Name, string Citation, Period Deadline, Period? Extension, bool Pausable)
{
    public DateTimeOffset DueAt(DateTimeOffset receivedAt) => Deadline.After(receivedAt);

    /// <summary>From the receipt too: 31 January, a month and two more is 30 April, not two months after 28 February.</summary>
    public DateTimeOffset? ExtendedDueAt(DateTimeOffset receivedAt) => Extension is null ? null : Deadline.And(Extension).After(receivedAt);
}
