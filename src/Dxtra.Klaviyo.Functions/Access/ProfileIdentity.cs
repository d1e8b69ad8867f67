using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What a profile can be asked for by.</summary>
internal sealed record ProfileIdentity(string Id, string? Email, string? Phone, string? ExternalId)
{
    /// <summary>Of a profile resource as Klaviyo sent it.</summary>
    public static ProfileIdentity Of(JsonElement profile)
    {
        var attributes = profile.Member("attributes");
        return new(profile.Text("id") ?? "", attributes.Text("email"), attributes.Text("phone_number"), attributes.Text("external_id"));
    }

    /// <summary>The id alone: the rest is the person.</summary>
    public override string ToString() => Id;
}
