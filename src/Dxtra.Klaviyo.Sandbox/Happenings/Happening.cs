using Dxtra.Klaviyo.Sandbox.Control;

namespace Dxtra.Klaviyo.Sandbox.Happenings;

/// <summary>Something that befalls the account while it is being read. It happens once, before a call is answered.</summary>
internal sealed record Happening
{
    /// <summary>An operation id; null for every operation.</summary>
    public string? Operation { get; init; }

    /// <summary>Not before a call of the operation is answered, but between its answer and its effect.</summary>
    public bool BeforeEffect { get; init; }

    /// <summary>So many matching calls are answered first.</summary>
    public int AfterCalls { get; init; }

    /// <summary>Not before this time; null: whenever.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>A merge, or null.</summary>
    public Merger? Merge { get; init; }

    /// <summary>Events that arrive, or null.</summary>
    public Arrival? Events { get; init; }

    /// <param name="Source">The id of the profile that disappears.</param>
    /// <param name="Into">The id of the profile that stays.</param>
    /// <param name="Lingers">The old id goes on to answer, bare of everything.</param>
    internal sealed record Merger(string Source, string Into, bool Lingers = false);

    /// <param name="ProfileId">Whose events they are.</param>
    /// <param name="Items">The events.</param>
    internal sealed record Arrival(string ProfileId, IReadOnlyList<NewEvents.Item> Items);
}
