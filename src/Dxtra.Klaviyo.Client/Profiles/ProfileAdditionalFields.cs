namespace Dxtra.Klaviyo.Client;

/// <summary>Parts of a profile that Klaviyo leaves out unless asked.</summary>
[Flags]
public enum ProfileAdditionalFields
{
    None = 0,

    /// <summary>Consent and suppression on every channel. No surcharge on the rate limit is documented.</summary>
    Subscriptions = 1,

    /// <summary>Klaviyo's guesses about the person. Lowers the rate limit to 10/s and 150/min and has caused 503s under load.</summary>
    PredictiveAnalytics = 2,

    All = Subscriptions | PredictiveAnalytics,
}
