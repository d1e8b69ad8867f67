using System.Text.Json;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The rows that come out of a profile as it was found: the resource itself, and what is inside and beside it.</summary>
internal sealed class ProfileRows(KlaviyoResource<ProfileAttributes> profile, IReadOnlyList<KlaviyoResource<JsonElement>> included)
{
    public const string Operation = "get_profiles";

    private readonly JsonElement? _subscriptions = profile.Json.Member("attributes").Member("subscriptions");

    public ProfileIdentity Identity { get; } = ProfileIdentity.Of(profile.Json);

    /// <summary>The lists whose names the suppressions want.</summary>
    public IEnumerable<string> ListsNamed => ListSuppressions.Select(suppression => suppression.Text("list_id")).OfType<string>();

    public IReadOnlyList<ReadOnlyMemory<byte>> Profile => [RowBytes.Of(profile.Json)];

    public IReadOnlyList<ReadOnlyMemory<byte>> PushTokens => Beside("push-token", "push-tokens");

    public IReadOnlyList<ReadOnlyMemory<byte>> Conversations => Beside("conversation", "conversations", "conversation");

    /// <summary>
    /// A row for each channel and purpose, known to us or not: <c>email.marketing</c>, <c>sms.transactional</c>,
    /// <c>email.click_tracking</c>, whatever Klaviyo sends.
    /// </summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Consent =>
        _subscriptions is not { ValueKind: JsonValueKind.Object } channels ? [] :
        [
            .. from channel in channels.EnumerateObject()
               where channel.Value.ValueKind == JsonValueKind.Object
               from purpose in channel.Value.EnumerateObject()
               where purpose.Value.ValueKind == JsonValueKind.Object
               select ConsentRow(channel.Name, purpose.Name, purpose.Value),
        ];

    /// <param name="nameOf">The name of a list by its id; null when it is not known.</param>
    public IReadOnlyList<ReadOnlyMemory<byte>> Suppressions(Func<string, string?> nameOf) =>
    [
        .. Marketing.Member("suppression").Items().Select(suppression => SuppressionRow("global", null, null, suppression)),
        .. ListSuppressions.Select(suppression => SuppressionRow(
            "list", suppression.Text("list_id"), suppression.Text("list_id") is { } id ? nameOf(id) : null, suppression)),
    ];

    private JsonElement? Marketing => _subscriptions.Member("email").Member("marketing");

    private IEnumerable<JsonElement> ListSuppressions => Marketing.Member("list_suppressions").Items();

    /// <summary>Included resources that the profile names; Klaviyo spells one relationship in two ways.</summary>
    private List<ReadOnlyMemory<byte>> Beside(string type, params string[] relationships)
    {
        var named = relationships.SelectMany(profile.Related).Select(resource => resource.Id).ToHashSet();
        return [.. included.Where(resource => resource.Type == type && named.Contains(resource.Id)).DistinctBy(resource => resource.Id).Select(resource => RowBytes.Of(resource.Json))];
    }

    private static ReadOnlyMemory<byte> ConsentRow(string channel, string purpose, JsonElement sent) => RowBytes.Of(json =>
    {
        JsonElement? found = sent;
        json.WriteString("channel", channel);
        json.WriteString("purpose", purpose);
        json.Write("status", sent.Member("consent"));
        json.Write("canReceive", CanReceive(sent));
        json.Write("since", found.FirstOf("consent_timestamp", "created_timestamp"));
        json.Write("lastUpdated", sent.Member("last_updated"));
        json.Write("method", sent.Member("method"));
        json.Write("methodDetail", found.FirstOf("method_detail", "custom_method_detail"));
        json.Write("doubleOptIn", sent.Member("double_optin"));
        json.Write("sent", sent);
    });

    /// <summary>Each channel has a name of its own for it: <c>can_receive_email_marketing</c>, <c>can_receive_sms_transactional</c>, <c>can_receive</c>.</summary>
    private static JsonElement? CanReceive(JsonElement sent) =>
        sent.EnumerateObject().Where(field => field.Name.StartsWith("can_receive", StringComparison.Ordinal)).Select(field => (JsonElement?)field.Value).FirstOrDefault();

    private static ReadOnlyMemory<byte> SuppressionRow(string scope, string? listId, string? listName, JsonElement sent) => RowBytes.Of(json =>
    {
        json.WriteString("scope", scope);
        json.WriteString("listId", listId);
        json.WriteString("listName", listName);
        json.Write("reason", sent.Member("reason"));
        json.Write("at", sent.Member("timestamp"));
    });
}
