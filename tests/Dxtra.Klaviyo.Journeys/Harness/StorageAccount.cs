using Dxtra.Klaviyo.Local.Storage;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>A storage account of Azurite and where its services listen.</summary>
internal sealed record StorageAccount(string Name, AzuriteAddresses Addresses)
{
    public string ConnectionString => AzuriteAccount.ConnectionString(Name, Addresses);
}
