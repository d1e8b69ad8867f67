namespace Dxtra.Klaviyo.Sandbox.Faults;

/// <summary>A rule and what came of it.</summary>
internal sealed record FaultCounter(FaultRule Rule)
{
    /// <summary>Calls that the rule is about.</summary>
    public int Seen { get; private set; }

    /// <summary>Calls that it spoiled.</summary>
    public int Hits { get; private set; }

    public bool Concerns(string operation) => Rule.Operation is null || Rule.Operation == operation;

    /// <summary>Counts a call and says whether it is this rule's turn.</summary>
    public bool Count()
    {
        var past = Seen++ - Rule.Skip;
        return past >= 0 && (past + 1) % Rule.Every == 0 && Hits < (Rule.Times ?? int.MaxValue);
    }

    public void Hit() => Hits++;
}
