namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>A page of a collection as the contract gives it; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
internal sealed record CursorPage<T>(IReadOnlyList<T> Items, string? Next);
