using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A block on e-mail to the person.</summary>
/// <param name="List">The list that it is for, by name or id; null when it is for all e-mail.</param>
/// <param name="Reason">Klaviyo's word in small letters.</param>
/// <param name="At">Since when.</param>
internal sealed record SuppressionFact(string? List, string Reason, DateTimeOffset? At)
{
    public const string Unsubscribe = "unsubscribe";

    public static SuppressionFact Of(JsonElement row) => new(
        row.Text("scope") == "list" ? row.Text("listName") ?? row.Text("listId") ?? "" : null,
        row.Text("reason")?.ToLowerInvariant() ?? "",
        SentTime.Of(row.Text("at")));
}
