namespace Dxtra.Klaviyo.Client;

internal sealed class KlaviyoClientFactory(KlaviyoExchange exchange, ShortPatience patience, IKlaviyoGovernor governor) : IKlaviyoClientFactory
{
    public KlaviyoClient Create(KlaviyoKey key, KlaviyoCall? call) =>
        new(new KlaviyoTransport(exchange, patience, governor, key, QuotaCaller.Of(key, call)));
}
