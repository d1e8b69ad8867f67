using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>
/// The storage account as the Functions host is told of it, so that both use the same one: <c>AzureWebJobsStorage</c> is a connection
/// string, or, for an identity, <c>AzureWebJobsStorage__accountName</c> or <c>__blobServiceUri</c> with <c>__tableServiceUri</c>;
/// then <c>__credential</c> = <c>managedidentity</c> and <c>__clientId</c> pick the identity.
/// </summary>
internal sealed record StorageAccount(TableServiceClient Tables, BlobServiceClient Blobs)
{
    private const string Setting = "AzureWebJobsStorage";

    public static StorageAccount From(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } connection)
            return new(new(connection), new(connection));
        var section = configuration.GetSection(Setting);
        var (blobs, tables) = (AddressOf(section, "blob"), AddressOf(section, "table"));
        if (blobs is null || tables is null)
        {
            throw new InvalidOperationException(
                $"{Setting} is missing: it names the storage account (UseDevelopmentStorage=true for Azurite). For an identity, set {Setting}__accountName, or {Setting}__blobServiceUri and {Setting}__tableServiceUri.");
        }

        var credential = CredentialOf(section);
        return new(new(tables, credential), new(blobs, credential));
    }

    private static Uri? AddressOf(IConfigurationSection section, string service) => (section[$"{service}ServiceUri"], section["accountName"]) switch
    {
        ({ Length: > 0 } address, _) => new(address),
        (_, { Length: > 0 } account) => new($"https://{account}.{service}.core.windows.net"),
        _ => null,
    };

    private static TokenCredential CredentialOf(IConfigurationSection section)
    {
        var clientId = section["clientId"] is { Length: > 0 } given ? given : null;
        return string.Equals(section["credential"], "managedidentity", StringComparison.OrdinalIgnoreCase)
            ? new ManagedIdentityCredential(clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId });
    }
}
