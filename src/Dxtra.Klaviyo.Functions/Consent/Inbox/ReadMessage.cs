namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What was read in a message.</summary>
/// <param name="Events">Those that say whom they are about and when they were.</param>
/// <param name="Way">How they came.</param>
/// <param name="Unreadable">How many of a topic that we know do not.</param>
/// <param name="Unknown">How many are of a topic that we do not know.</param>
internal sealed record ReadMessage(IReadOnlyList<ArrivedEvent> Events, ConsentWay Way, int Unreadable, int Unknown)
{
    /// <summary>The type alone: this is people's data and does not belong in a log.</summary>
    public override string ToString() => nameof(ReadMessage);
}
