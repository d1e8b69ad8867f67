namespace Dxtra.Klaviyo.Client;

/// <summary>Makes a client for one account. Cheap: connections are shared between clients.</summary>
public interface IKlaviyoClientFactory
{
    KlaviyoClient Create(KlaviyoKey key);
}
