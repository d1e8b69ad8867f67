namespace Dxtra.Klaviyo.Local.Stack;

/// <summary>How to start the three parts. Port 0 takes a free one.</summary>
internal sealed record StackOptions
{
    public int AppPort { get; init; }

    public int SandboxPort { get; init; }

    /// <summary>The first of three.</summary>
    public int AzuritePort { get; init; }

    /// <summary>Everything that is kept lies below this directory.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Keeps Azurite's data for the next start; otherwise it lives in memory.</summary>
    public bool KeepStorage { get; init; }
}
