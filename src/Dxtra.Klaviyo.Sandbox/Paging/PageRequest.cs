namespace Dxtra.Klaviyo.Sandbox.Paging;

/// <summary>Which page is wanted of which order.</summary>
/// <param name="Sort">A field that the resource sorts by.</param>
/// <param name="Descending">The direction.</param>
/// <param name="Size">How many rows.</param>
/// <param name="Cursor">Where to go on; null for the first page.</param>
internal sealed record PageRequest(string Sort, bool Descending, int Size, Cursor? Cursor);
