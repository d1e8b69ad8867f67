namespace Dxtra.Klaviyo.Sandbox.Happenings;

/// <summary>A happening and how near it is.</summary>
internal sealed record PendingHappening(Happening Happening)
{
    /// <summary>Calls that it is about.</summary>
    public int Seen { get; private set; }

    public bool Happened { get; private set; }

    /// <summary>Counts a call and says whether this is the moment.</summary>
    public bool Count(string operation, DateTimeOffset now)
    {
        if (Happened || (Happening.Operation is not null && Happening.Operation != operation))
            return false;
        return Happened = Seen++ >= Happening.AfterCalls && !(Happening.At > now);
    }
}
