using System.Globalization;
using Dxtra.Klaviyo.Local.Storage;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>One Azurite for the whole test run. Each installation gets a storage account of its own, so none sees another's data.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int Accounts = 32;

    private readonly string[] _accounts = [.. Enumerable.Range(1, Accounts).Select(i => string.Create(CultureInfo.InvariantCulture, $"journey{i}"))];
    private AzuriteProcess? _azurite;
    private int _taken;

    public async Task InitializeAsync() => _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { Accounts = _accounts }, CancellationToken.None);

    public async Task DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }

    /// <summary>A storage account that nobody has used.</summary>
    internal (string Name, AzuriteAddresses Addresses) TakeAccount() => (_accounts[_taken++], _azurite!.Addresses);
}
