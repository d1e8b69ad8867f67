using Microsoft.Extensions.Configuration;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class StorageAccountTests
{
    [Fact]
    public void A_connection_string_brings_its_key()
    {
        var account = From(new() { [""] = "UseDevelopmentStorage=true" });

        Assert.True(account.Blobs.CanGenerateAccountSasUri);
        Assert.Equal("devstoreaccount1", account.Tables.AccountName);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("managedidentity")]
    public void An_account_by_its_name_is_reached_as_an_identity_without_a_key(string? credential)
    {
        var account = From(new() { [":accountName"] = "dxtra1", [":credential"] = credential, [":clientId"] = "c0ffee" });

        Assert.Equal("https://dxtra1.blob.core.windows.net/", account.Blobs.Uri.AbsoluteUri);
        Assert.Equal("https://dxtra1.table.core.windows.net/", account.Tables.Uri.AbsoluteUri);
        Assert.False(account.Blobs.CanGenerateAccountSasUri);
    }

    [Fact]
    public void Addresses_of_another_cloud_can_be_given()
    {
        var account = From(new() { [":blobServiceUri"] = "https://a.blob.example.test", [":tableServiceUri"] = "https://a.table.example.test" });

        Assert.Equal(("a.blob.example.test", "a.table.example.test"), (account.Blobs.Uri.Host, account.Tables.Uri.Host));
    }

    [Fact]
    public void Without_any_of_it_the_app_says_what_is_missing()
    {
        Assert.Contains("accountName", Assert.Throws<InvalidOperationException>(() => From([])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => From(new() { [":blobServiceUri"] = "https://a.blob.example.test" }));
    }

    private static StorageAccount From(Dictionary<string, string?> settings) => StorageAccount.From(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create($"AzureWebJobsStorage{pair.Key}", pair.Value))).Build());
}
