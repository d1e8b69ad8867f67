namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Many people in many new lists and segments, by chance.</summary>
internal sealed record BulkPeople
{
    public required int Count { get; init; }

    /// <summary>Lists to make.</summary>
    public int Lists { get; init; }

    /// <summary>Segments to make.</summary>
    public int Segments { get; init; }

    /// <summary>How likely a person is to be in any one of them.</summary>
    public double Membership { get; init; } = 0.1;

    /// <summary>Events that each of them has, spread over the last year.</summary>
    public int Events { get; init; }

    /// <summary>The same seed puts the same people into the same groups. Also part of their names, so a seed can be used once.</summary>
    public int Seed { get; init; } = 1;
}
