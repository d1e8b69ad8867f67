namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>The topics of text messages that have two names, one before and one after July 2026.</summary>
internal static class TextTopics
{
    private static readonly (string Old, string New)[] Endings =
    [
        ("_sms_marketing", "_text_messaging_marketing"),
        ("_sms", "_text_message"),
    ];

    /// <returns>Null for a topic that has one name only.</returns>
    public static string? OtherNameOf(string topic)
    {
        foreach (var (old, renamed) in Endings)
        {
            if (topic.EndsWith(old, StringComparison.Ordinal))
                return topic[..^old.Length] + renamed;
            if (topic.EndsWith(renamed, StringComparison.Ordinal))
                return topic[..^renamed.Length] + old;
        }

        return null;
    }
}
