namespace Dxtra.Klaviyo.Sandbox.Filters;

/// <summary>The text of a filter cannot be read. The API hides the reason behind one fixed text.</summary>
internal sealed class FilterSyntaxException(string reason, int position) : Exception($"{reason} at character {position}");
