namespace Dxtra.Functions.Embedded.Tests.Durable;

internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    /// <summary>Polls until <paramref name="find"/> gives something; fails after a deadline.</summary>
    public static async Task<T> FindAsync<T>(Func<Task<T?>> find, string what)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!deadline.IsCancellationRequested)
        {
            if (await find() is { } found)
                return found;
            await Task.Delay(5, CancellationToken.None);
        }

        throw new TimeoutException($"Did not happen within {Deadline}: {what}.");
    }

    public static Task HoldsAsync(Func<bool> condition, string what) =>
        FindAsync(() => Task.FromResult(condition() ? what : null), what);
}
