using System.Globalization;
using Dxtra.Klaviyo.Local.Storage;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>
/// One Azurite for the whole test run: the first collection starts it, the last one to leave stops it. Each installation gets a
/// storage account of its own, so none sees another's data.
/// </summary>
internal sealed class SharedAzurite
{
    private const int Accounts = 256;

    private static readonly SemaphoreSlim Gate = new(1);
    private static SharedAzurite? _running;
    private static int _members;

    private readonly AzuriteProcess _azurite;
    private int _taken;

    private SharedAzurite(AzuriteProcess azurite) => _azurite = azurite;

    public static async Task<SharedAzurite> JoinAsync()
    {
        await Gate.WaitAsync();
        try
        {
            _running ??= new SharedAzurite(await AzuriteProcess.StartAsync(
                new AzuriteOptions { Accounts = [.. Enumerable.Range(1, Accounts).Select(NameOf)] }, CancellationToken.None));
            _members++;
            return _running;
        }
        finally
        {
            Gate.Release();
        }
    }

    public static async Task LeaveAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (--_members > 0)
                return;

            await _running!._azurite.DisposeAsync();
            _running = null;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>A storage account that nobody has used.</summary>
    public StorageAccount TakeAccount()
    {
        var number = Interlocked.Increment(ref _taken);
        return number <= Accounts
            ? new(NameOf(number), _azurite.Addresses)
            : throw new InvalidOperationException($"All {Accounts} accounts of the tests' Azurite are taken; give it more.");
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"journey{number}");
}
