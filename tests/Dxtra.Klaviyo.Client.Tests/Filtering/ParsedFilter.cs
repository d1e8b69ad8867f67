namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>One clause: its values are texts and <see cref="Bare"/> words.</summary>
internal sealed record ParsedFilter(string Comparison, string Field, IReadOnlyList<object> Values);

/// <summary>A value without quotes: a number, a boolean or a time.</summary>
internal sealed record Bare(string Text);
