namespace Dxtra.Klaviyo.Client;

internal sealed class KlaviyoClientFactory(KlaviyoExchange exchange, ShortPatience patience) : IKlaviyoClientFactory
{
    public KlaviyoClient Create(KlaviyoKey key) => new(new KlaviyoTransport(exchange, patience, key));
}
