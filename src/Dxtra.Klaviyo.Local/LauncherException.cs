namespace Dxtra.Klaviyo.Local;

/// <summary>Something that the person at the keyboard can understand and mend: shown as its message, without a stack trace.</summary>
internal sealed class LauncherException : Exception
{
    public LauncherException(string message)
        : base(message)
    {
    }

    public LauncherException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
