namespace Dxtra.Functions.Embedded;

/// <summary>Settings of the runtime itself: the configuration section <c>Embedded</c>.</summary>
internal sealed class EmbeddedOptions
{
    public const string Section = "Embedded";

    /// <summary>Where history, timer statuses and the lock file lie. Relative to the current directory; made when missing.</summary>
    public string DataDirectory { get; set; } = Path.Combine(".local", "embedded");

    /// <summary>Stops the process gracefully when its standard input closes, so that it does not outlive the one that started it.</summary>
    public bool ExitWithParent { get; set; }
}
