namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>
/// The receiver of one call of a flow. Any 2xx will do; too many requests, errors of the server and no answer are tried again up to 17 times
/// within a day; anything else is passed over.
/// </summary>
internal sealed class FlowRecipient(DeliveryPlan plan, FlowWebhook webhook, DeliveryCall call) : IRecipient
{
    private const int MostRetries = 17;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(3);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    public string Kind => "flow";

    public string Name => webhook.Name;

    public DeliveryCall? Prepare(Delivery delivery, DateTimeOffset now) => call;

    public bool Accepts(int status) => status is >= 200 and < 300;

    public TimeSpan? NextAttempt(Delivery delivery, DateTimeOffset now)
    {
        var wait = Backoff.After(delivery.Attempts.Count, FirstWait, LongestWait) / plan.Settings.Compression;
        var goesOn = delivery.Attempts[^1].Status is null or 429 or 500 or 502 or 503
            && delivery.Attempts.Count <= MostRetries
            && now + wait - delivery.Created <= Patience / plan.Settings.Compression;
        return goesOn ? wait : null;
    }
}
