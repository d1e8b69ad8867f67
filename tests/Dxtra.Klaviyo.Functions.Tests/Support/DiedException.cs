namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The process died here.</summary>
internal sealed class DiedException : Exception;
