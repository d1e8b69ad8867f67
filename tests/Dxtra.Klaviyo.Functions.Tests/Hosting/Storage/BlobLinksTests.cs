using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Links signed for an identity; those signed with an account's key are tested against Azurite in <see cref="BlobExportStoreTests"/>.</summary>
public sealed class BlobLinksTests : IDisposable
{
    private readonly FakeStorageIdentity _storage = new();
    private readonly FakeTimeProvider _time = new(Some.Now);
    private readonly BlobLinks _links;

    public BlobLinksTests() => _links = new(_storage.Blobs, _time);

    public void Dispose()
    {
        _links.Dispose();
        _storage.Dispose();
    }

    [Fact]
    public async Task A_link_is_signed_with_a_delegated_key_for_reading_one_blob_over_https_for_minutes()
    {
        var (link, query) = await SignAsync();

        Assert.Equal("https://dxtra1.blob.core.windows.net/exports/a/b.json", link.GetLeftPart(UriPartial.Path));
        Assert.Equal("r https b", $"{query["sp"]} {query["spr"]} {query["sr"]}");
        Assert.Equal("2026-11-23T10:05:00Z", query["se"]);
        Assert.Equal("attachment; filename=\"export.json\"", query["rscd"]);
        Assert.Equal("00000000-0000-0000-0000-000000000001", query["skoid"]);
        Assert.NotEmpty(query["sig"].ToString());
    }

    [Fact]
    public async Task A_key_signs_many_links_until_one_would_outlive_it()
    {
        await SignAsync();
        _time.Advance(TimeSpan.FromHours(5));
        await SignAsync();
        Assert.Equal(1, _storage.Keys);

        _time.Advance(TimeSpan.FromMinutes(51));
        var (_, query) = await SignAsync();

        Assert.Equal(2, _storage.Keys);
        Assert.Equal("00000000-0000-0000-0000-000000000002", query["skoid"]);
    }

    [Fact]
    public async Task Links_asked_for_at_once_take_one_key()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SignAsync()));

        Assert.Equal(1, _storage.Keys);
    }

    private async Task<(Uri Link, Dictionary<string, StringValues> Query)> SignAsync()
    {
        var blob = _storage.Blobs.GetBlobContainerClient("exports").GetBlobClient("a/b.json");
        var link = await _links.SignAsync(blob, "export.json", TimeSpan.FromMinutes(5), CancellationToken.None);
        return (link, QueryHelpers.ParseQuery(link.Query));
    }
}
