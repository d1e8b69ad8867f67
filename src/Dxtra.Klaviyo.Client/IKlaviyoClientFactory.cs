namespace Dxtra.Klaviyo.Client;

/// <summary>Makes a client for one account. Cheap: connections are shared between clients.</summary>
public interface IKlaviyoClientFactory
{
    /// <param name="key">The account's.</param>
    /// <param name="call">Which account and how urgent; without it the key stands for the account, and somebody waits.</param>
    KlaviyoClient Create(KlaviyoKey key, KlaviyoCall? call = null);
}
