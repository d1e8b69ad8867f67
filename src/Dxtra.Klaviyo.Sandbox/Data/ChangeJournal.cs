namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>
/// What took effect on people and by which operation, in order, so that a test can prove that nothing happened twice or to a third person.
/// Used while the data's gate is held.
/// </summary>
internal sealed class ChangeJournal(TimeProvider time)
{
    private readonly List<Change> _changes = [];

    public IReadOnlyList<Change> All => _changes;

    /// <summary>Whoever acts now.</summary>
    public string Actor { get; private set; } = "sandbox";

    public void Add(string kind, string profileId, string? detail = null) =>
        _changes.Add(new Change(time.GetUtcNow(), kind, profileId, Actor, detail));

    public void As(string actor, Action work) => As(actor, () =>
    {
        work();
        return true;
    });

    /// <summary>Puts down what the work changes as an actor's.</summary>
    public T As<T>(string actor, Func<T> work)
    {
        var before = Actor;
        Actor = actor;
        try
        {
            return work();
        }
        finally
        {
            Actor = before;
        }
    }

    public void Clear() => _changes.Clear();
}
