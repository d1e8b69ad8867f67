namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>How a change of consent came about.</summary>
/// <param name="Method">The profile's and the event's word for it: <c>API</c>, <c>KLAVIYO_FORM</c>, <c>PREFERENCE_PAGE</c>, …</param>
internal sealed record ConsentCause(string Method)
{
    public static ConsentCause Api { get; } = new("API");

    /// <summary>When its event happened, long ago or yet to come; null: now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Which names the events of text messages have; null: those of the time.</summary>
    public TextNames? Names { get; init; }

    /// <summary>Whether the person confirmed.</summary>
    public bool? DoubleOptIn { get; init; }
}
