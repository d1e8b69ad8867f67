namespace Dxtra.Klaviyo.Local.Settings;

/// <summary>The app's settings that the launcher gives it, by their environment names.</summary>
internal static class SettingNames
{
    public const string Storage = "AzureWebJobsStorage";
    public const string KlaviyoBaseAddress = "Klaviyo__BaseAddress";
    public const string DataDirectory = "Embedded__DataDirectory";
    public const string ExitWithParent = "Embedded__ExitWithParent";
    public const string DevelopmentKey = "Auth__DevelopmentKey";
    public const string Authority = "Auth__Authority";
    public const string PublicBaseAddress = "Webhooks__PublicBaseAddress";

    /// <summary>Not a setting of the app: the private key that the demo uses with a Klaviyo other than the sandbox.</summary>
    public const string KlaviyoApiKey = "KLAVIYO_API_KEY";
}
