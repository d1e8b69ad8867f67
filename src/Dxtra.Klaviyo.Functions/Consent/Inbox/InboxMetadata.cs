using System.Globalization;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What is written on a message's blob: nothing of what is in it.</summary>
internal static class InboxMetadata
{
    public static Dictionary<string, string> Of(InboxItem item)
    {
        var metadata = new Dictionary<string, string>
        {
            ["controller"] = item.ControllerDid,
            ["received"] = Text(item.ReceivedAt),
            ["attempts"] = item.Attempts.ToString(CultureInfo.InvariantCulture),
            ["left"] = item.Left.ToString(CultureInfo.InvariantCulture),
        };
        if (item.NotBefore is { } notBefore)
            metadata["notbefore"] = Text(notBefore);
        if (item.Reason is { } reason)
            metadata["reason"] = reason.ToString();
        return metadata;
    }

    /// <summary>Null for a blob that we did not write.</summary>
    public static InboxItem? Read(InboxState state, string name, IDictionary<string, string> metadata, long bytes)
    {
        if (name.Split('/') is not [_, _, var processorId, var id] || InboxNames.KindOf(id) is not { } kind
            || !metadata.TryGetValue("controller", out var controller) || Time(metadata, "received") is not { } received)
            return null;
        return new(state, controller, processorId, id, kind, received)
        {
            Bytes = bytes,
            Attempts = Number(metadata, "attempts"),
            Left = Number(metadata, "left"),
            NotBefore = Time(metadata, "notbefore"),
            Reason = metadata.TryGetValue("reason", out var reason) && Enum.TryParse<InboxReason>(reason, out var known) ? known : null,
        };
    }

    private static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(IDictionary<string, string> metadata, string name) =>
        metadata.TryGetValue(name, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static int Number(IDictionary<string, string> metadata, string name) =>
        metadata.TryGetValue(name, out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
