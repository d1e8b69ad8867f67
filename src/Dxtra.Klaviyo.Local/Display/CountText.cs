namespace Dxtra.Klaviyo.Local.Display;

/// <summary>Progress in words: <c>Gathering events, 1,200 of 4,000</c>.</summary>
internal static class CountText
{
    public static string Of(string text, long done, long? total) => (done, total) switch
    {
        (0, null) => text,
        (_, null) => $"{text}, {done:N0}",
        _ => $"{text}, {done:N0} of {total:N0}",
    };
}
