using Dxtra.Klaviyo.Local.Settings;
using Dxtra.Klaviyo.Sandbox;

namespace Dxtra.Klaviyo.Local.Demo;

/// <summary>The account that the demo connects, and whose data it asks for.</summary>
/// <param name="ApiKey">A private key.</param>
/// <param name="Email">Null: a customer has to be picked from the sandbox.</param>
internal sealed record DemoKlaviyo(string ApiKey, string? Email)
{
    public override string ToString() => "(an account)";

    /// <exception cref="LauncherException">Klaviyo is given from outside, but not the key or the person to go with it.</exception>
    public static DemoKlaviyo From(SandboxServer? sandbox, OutsideSettings outside, string? email)
    {
        if (sandbox is not null)
            return new DemoKlaviyo(sandbox.ApiKey, email);

        EnsureComplete(outside, email);
        return new DemoKlaviyo(outside.Find(SettingNames.KlaviyoApiKey)!, email);
    }

    /// <inheritdoc cref="From"/>
    public static void EnsureComplete(OutsideSettings outside, string? email)
    {
        if (!outside.Has(SettingNames.KlaviyoBaseAddress) || (outside.Has(SettingNames.KlaviyoApiKey) && email is not null))
            return;

        throw new LauncherException(
            $"{SettingNames.KlaviyoBaseAddress} is set, so the demo talks to that Klaviyo instead of the sandbox. " +
            $"It then needs a private key in the environment variable {SettingNames.KlaviyoApiKey} and a person with --email.");
    }
}
