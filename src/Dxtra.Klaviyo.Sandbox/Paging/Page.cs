namespace Dxtra.Klaviyo.Sandbox.Paging;

/// <summary>The rows of one page and the cursors of its neighbours; null where there is none.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, Cursor? Next, Cursor? Previous)
{
    public Page<TOther> Select<TOther>(Func<T, TOther> map) => new([.. Items.Select(map)], Next, Previous);
}
