using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Client;

/// <summary>How consent is said in one direction.</summary>
internal sealed record ConsentWords(string Consent, DateTimeOffset? ConsentedAt, bool IsGiving)
{
    public static ConsentWords Unsubscribed { get; } = new("UNSUBSCRIBED", null, IsGiving: false);

    public static ConsentWords Subscribed(DateTimeOffset? consentedAt) => new("SUBSCRIBED", consentedAt, IsGiving: true);

    public JsonObject Plain() => new() { ["consent"] = Consent };

    public JsonObject Timed()
    {
        var said = Plain();
        if (ConsentedAt is { } time)
            said["consented_at"] = FilterValue.Of(time);
        return said;
    }
}
