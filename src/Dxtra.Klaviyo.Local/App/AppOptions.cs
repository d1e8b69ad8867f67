namespace Dxtra.Klaviyo.Local.App;

/// <summary>How to start the app.</summary>
internal sealed record AppOptions
{
    /// <summary>TCP port on 127.0.0.1.</summary>
    public required int Port { get; init; }

    /// <summary>Environment variables on top of the inherited ones.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    public string? LogFile { get; init; }
}
