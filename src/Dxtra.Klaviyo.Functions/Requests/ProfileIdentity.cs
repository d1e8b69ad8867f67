using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What a profile can be asked for by.</summary>
/// <param name="Id">Klaviyo's id.</param>
/// <param name="Email">As stored.</param>
/// <param name="Phone">E.164.</param>
/// <param name="ExternalId">As stored.</param>
/// <param name="HadEvents">Klaviyo names a last event.</param>
internal sealed record ProfileIdentity(string Id, string? Email, string? Phone, string? ExternalId, bool HadEvents = false)
{
    /// <summary>Of a profile resource as Klaviyo sent it.</summary>
    public static ProfileIdentity Of(JsonElement profile)
    {
        var attributes = profile.Member("attributes");
        return new(profile.Text("id") ?? "", attributes.Text("email"), attributes.Text("phone_number"), attributes.Text("external_id"), attributes.Text("last_event_date") is not null);
    }

    /// <summary>The id alone: the rest is the person.</summary>
    public override string ToString() => Id;
}
