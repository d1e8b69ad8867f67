namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Goes through what is due, one after the other.</summary>
internal static class ExpirySweep
{
    /// <param name="store">What there is.</param>
    /// <param name="now">The time.</param>
    /// <param name="sweep">Works one off.</param>
    /// <param name="failed">One that fails must not keep those behind it; its note stays for the next sweep.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RunAsync(
        IExpiryStore store, DateTimeOffset now, Func<Expiry, Task> sweep, Action<Expiry, Exception> failed, CancellationToken cancellationToken)
    {
        await foreach (var expiry in store.ReadDueAsync(now, cancellationToken))
        {
            try
            {
                await sweep(expiry);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                failed(expiry, exception);
            }
        }
    }
}
