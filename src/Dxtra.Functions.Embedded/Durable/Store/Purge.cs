namespace Dxtra.Functions.Embedded.Durable;

internal static class Purge
{
    /// <summary>Removes an instance that has ended and, when asked, those below it that have; gives their number.</summary>
    public static int Remove(SqliteSession session, string id, bool recursive)
    {
        if (InstanceTable.Find(session, id) is not { HasEnded: true } instance)
            return 0;
        InstanceTable.Delete(session, instance);
        return 1 + (recursive ? InstanceTable.ChildrenOf(session, id).Sum(child => Remove(session, child, recursive: true)) : 0);
    }
}
