using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>How webhooks go out, and what is to go wrong on the way.</summary>
internal sealed record DeliverySettings
{
    private const double MostMilliseconds = 600_000;
    private const int LargestBatch = 1000;

    /// <summary>What happens within so long of each other goes out together.</summary>
    public double CollectMilliseconds { get; init; } = 50;

    /// <summary>Events in one delivery at most.</summary>
    public int BatchSize { get; init; } = LargestBatch;

    /// <summary>A receiver that has not answered by then has failed. Not compressed.</summary>
    public double AnswerMilliseconds { get; init; } = 5000;

    /// <summary>Waits between attempts, and the time until a webhook is switched off, are so many times shorter: 3600 makes an hour a second.</summary>
    public double Compression { get; init; } = 1;

    /// <summary>Each n-th event goes out twice, in different deliveries; 0: none does.</summary>
    public int RepeatEvery { get; init; }

    /// <summary>Each n-th event never goes out; 0: all do.</summary>
    public int DropEvery { get; init; }

    /// <summary>Each n-th event goes out <see cref="DelayMilliseconds"/> late; 0: none does.</summary>
    public int DelayEvery { get; init; }

    public double DelayMilliseconds { get; init; }

    /// <summary>What was collected goes out with the latest first.</summary>
    public bool Reverse { get; init; }

    /// <summary>Whether 204 counts as an answer. Klaviyo names 200, 201 and 202 only.</summary>
    public bool NoContentAccepted { get; init; }

    /// <summary>The header's clock is right, in place of five hours ahead.</summary>
    public bool RightClock { get; init; }

    /// <summary>A later attempt bears the time of the first. Whether Klaviyo's do is not documented.</summary>
    public bool RetriesKeepTime { get; init; }

    /// <summary>The header has 64 hexadecimal digits for the webhook's id, as in an example of the documentation.</summary>
    public bool HexWebhookIds { get; init; }

    /// <summary>An event of a text message goes out under both names of its topic. Whether Klaviyo's does is not documented.</summary>
    public bool BothTextTopics { get; init; }

    [JsonIgnore]
    public TimeSpan Collect => TimeSpan.FromMilliseconds(CollectMilliseconds);

    [JsonIgnore]
    public TimeSpan Answer => TimeSpan.FromMilliseconds(AnswerMilliseconds);

    [JsonIgnore]
    public TimeSpan Delay => TimeSpan.FromMilliseconds(DelayMilliseconds);

    /// <exception cref="ArgumentException">Something is out of its range.</exception>
    public void Check()
    {
        if (new[] { CollectMilliseconds, AnswerMilliseconds, DelayMilliseconds }.Any(value => value is not (>= 0 and <= MostMilliseconds)))
            throw new ArgumentException($"Times must be between 0 and {MostMilliseconds} milliseconds.");
        if (BatchSize is < 1 or > LargestBatch)
            throw new ArgumentException($"batchSize must be between 1 and {LargestBatch}.");
        if (Compression is not (>= 1 and <= 1_000_000))
            throw new ArgumentException("compression must be between 1 and 1000000.");
        if (RepeatEvery < 0 || DropEvery < 0 || DelayEvery < 0)
            throw new ArgumentException("What happens to each n-th event needs an n of 0 or more.");
    }
}
