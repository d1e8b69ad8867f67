using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What a row of <see cref="Categories.Consent"/> says on marketing over a channel.</summary>
internal sealed record ConsentFact(
    string Channel, string? Status, bool? CanReceive, DateTimeOffset? Since, DateTimeOffset? LastUpdated, string? Method, bool DoubleOptIn)
{
    public static ConsentFact Of(JsonElement row) => new(
        row.Text("channel") ?? "",
        row.Text("status")?.ToUpperInvariant(),
        row.Member("canReceive")?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
        SentTime.Of(row.Text("since")),
        SentTime.Of(row.Text("lastUpdated")),
        row.Text("method"),
        row.Member("doubleOptIn")?.ValueKind == JsonValueKind.True);
}
