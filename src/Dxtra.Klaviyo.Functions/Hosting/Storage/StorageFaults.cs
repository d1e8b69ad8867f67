using Azure;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Tells a storage that is away from one that refuses what it was asked.</summary>
internal static class StorageFaults
{
    /// <summary>Storage cannot be reached, is busy or broken: the same may go through later. The SDK throws an aggregate when its own patience is spent.</summary>
    public static bool IsOutage(Exception exception) => exception is AggregateException or RequestFailedException { Status: 0 or 408 or 429 or >= 500 };
}
