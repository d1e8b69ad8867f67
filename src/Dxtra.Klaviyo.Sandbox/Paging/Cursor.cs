namespace Dxtra.Klaviyo.Sandbox.Paging;

/// <summary>
/// A place between two rows of a sorted collection: after (or before) the row with this key and id.
/// It holds whatever is written in the meantime, as no row number is part of it.
/// </summary>
/// <param name="Sort">The sort it was made for, without direction: <c>datetime</c>, <c>id</c>.</param>
/// <param name="Key">The sort key of the row.</param>
/// <param name="Id">The row's id, which breaks ties.</param>
/// <param name="Forward">Whether the page after the row is meant, or the one before it.</param>
internal sealed record Cursor(string Sort, string Key, string Id, bool Forward);
