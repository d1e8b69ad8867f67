namespace Dxtra.Klaviyo.Local.Storage;

/// <summary>Storage accounts of the emulator. All have the key that Microsoft publishes for it.</summary>
internal static class AzuriteAccount
{
    /// <summary>The account that <c>UseDevelopmentStorage=true</c> means.</summary>
    public const string Default = "devstoreaccount1";

    // https://learn.microsoft.com/azure/storage/common/storage-use-azurite
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>The value of Azurite's variable <c>AZURITE_ACCOUNTS</c>.</summary>
    public static string Setting(IEnumerable<string> accounts) => string.Join(';', accounts.Select(account => $"{account}:{Key}"));

    public static string ConnectionString(string account, AzuriteAddresses addresses) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};" +
        $"BlobEndpoint={addresses.Blob}{account};QueueEndpoint={addresses.Queue}{account};TableEndpoint={addresses.Table}{account};";
}
