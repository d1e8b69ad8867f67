using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Names of blobs: <c>state/controller/processor/kind-hash</c>. The state comes first, so that what waits, for whomever, lies together
/// and is found by one listing that is nearly always empty.
/// </summary>
internal static class InboxNames
{
    public static string Of(InboxState state, string controller, string processorId, string id) => $"{PrefixOf(state, controller, processorId)}{id}";

    public static string PrefixOf(InboxState state) => $"{state.ToString().ToLowerInvariant()}/";

    public static string PrefixOf(InboxState state, string controller, string processorId) =>
        $"{PrefixOf(state)}{ControllerTag.Of(controller)}/{processorId}/";

    public static string IdOf(InboxKind kind, string hash) => $"{kind.ToString().ToLowerInvariant()}-{hash}";

    /// <summary>Null when the text is no id of ours.</summary>
    public static InboxKind? KindOf(string id) =>
        id.Split('-') is [var word, { Length: 64 } hash] && hash.All(char.IsAsciiHexDigitLower)
            ? Enum.GetValues<InboxKind>().Select(kind => (InboxKind?)kind).FirstOrDefault(kind => IdOf(kind!.Value, hash) == $"{word}-{hash}")
            : null;
}
