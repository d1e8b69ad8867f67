using System.Text;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Deliveries;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>The deliveries made, and how the next ones go.</summary>
internal sealed class DeliveryControl(AccountData data, DeliveryLog log, DeliveryPlan plan, Courier courier, IdSource ids, TimeProvider time)
{
    public DeliverySettings Settings
    {
        get => plan.Settings;
        set
        {
            lock (data.Gate)
                plan.Set(value);
        }
    }

    /// <returns>Counts, and the latest deliveries first.</returns>
    public object Read(int limit)
    {
        lock (data.Gate)
        {
            return new
            {
                Waiting = Count(DeliveryState.Waiting),
                Accepted = Count(DeliveryState.Accepted),
                GivenUp = Count(DeliveryState.GivenUp),
                EventsAccepted = log.All.Where(delivery => delivery.State == DeliveryState.Accepted).Sum(delivery => delivery.Events.Count),
                log.Dropped,
                Deliveries = log.All.Reverse().Take(Math.Clamp(limit, 0, 10_000)).Select(Describe).ToList(),
            };
        }
    }

    /// <returns>Headers and body as they were sent last; null when there is no such delivery or they are no longer kept.</returns>
    public object? Find(string id)
    {
        lock (data.Gate)
        {
            return log.Find(id) is { LastCall: { } call } delivery
                ? new
                {
                    Delivery = Describe(delivery),
                    call.Url,
                    Headers = call.Headers.ToDictionary(header => header.Key, header => header.Value),
                    Body = Encoding.UTF8.GetString(call.Body),
                }
                : null;
        }
    }

    /// <returns>The new delivery; null when there is no such delivery or its bytes are no longer kept.</returns>
    public object? Replay(string id)
    {
        lock (data.Gate)
        {
            if (log.Find(id) is not { LastCall: { } call } delivery)
                return null;
            var now = time.GetUtcNow();
            var replay = new Delivery(ids.Ulid(now), new ReplayRecipient(delivery.Recipient, call), delivery.Events, now);
            courier.Send(replay);
            return Describe(replay);
        }
    }

    public void Clear()
    {
        lock (data.Gate)
            log.Clear();
    }

    private int Count(DeliveryState state) => log.All.Count(delivery => delivery.State == state);

    private static object Describe(Delivery delivery) => new
    {
        delivery.Id,
        delivery.Recipient.Kind,
        To = delivery.Recipient.Name,
        delivery.State,
        delivery.Events,
        Attempts = delivery.Attempts.ToList(),
    };
}
