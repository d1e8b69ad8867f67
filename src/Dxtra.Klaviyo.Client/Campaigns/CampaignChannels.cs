namespace Dxtra.Klaviyo.Client;

/// <summary>Klaviyo lists the campaigns of one channel at a time; each channel named here is a query of its own.</summary>
[Flags]
public enum CampaignChannels
{
    None = 0,
    Email = 1,
    Sms = 2,
    MobilePush = 4,
    All = Email | Sms | MobilePush,
}
