using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What a person agreed to on a channel for a purpose.</summary>
/// <param name="Channel">As Klaviyo spells it, such as <c>email</c>.</param>
/// <param name="Purpose">Such as <c>marketing</c>.</param>
/// <param name="Status">Klaviyo's word.</param>
internal sealed record ConsentNow(string Channel, string Purpose, string Status)
{
    public const string Subscribed = "SUBSCRIBED";

    /// <summary>Every channel and purpose that Klaviyo sends, known to us or not.</summary>
    public static IReadOnlyList<ConsentNow> Of(KlaviyoResource<ProfileAttributes> profile) =>
        profile.Json.Member("attributes").Member("subscriptions") is not { ValueKind: System.Text.Json.JsonValueKind.Object } channels ? [] :
        [
            .. from channel in channels.EnumerateObject()
               where channel.Value.ValueKind == System.Text.Json.JsonValueKind.Object
               from purpose in channel.Value.EnumerateObject()
               let status = purpose.Value.Text("consent")
               where status is not null
               select new ConsentNow(channel.Name, purpose.Name, status),
        ];
}
