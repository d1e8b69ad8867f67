namespace Dxtra.Klaviyo.Sandbox.People;

/// <summary>Consent by channel: <c>SUBSCRIBED</c>, <c>UNSUBSCRIBED</c>, or null for never asked.</summary>
internal sealed record ConsentSpec
{
    public string? Email { get; init; }

    public string? Sms { get; init; }

    public string? SmsTransactional { get; init; }

    public string? Push { get; init; }

    public string? WhatsApp { get; init; }

    public string? OpenTracking { get; init; }

    public bool DoubleOptIn { get; init; }

    /// <summary><c>PREFERENCE_PAGE</c>, <c>API</c>, <c>KLAVIYO_FORM</c>, …</summary>
    public string Method { get; init; } = "API";

    public string? MethodDetail { get; init; }
}
