using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class BlobExportStoreTests(StorageFixture storage)
{
    private readonly string _folder = Guid.NewGuid().ToString("n");

    private BlobExportStore Store => new(storage.Blobs, new(storage.Blobs, TimeProvider.System));

    [Fact]
    public async Task What_is_written_is_read_back_with_its_length_and_hash()
    {
        var file = await WriteAsync("a", "Zoë");

        Assert.Equal(("Zoë", 4L), (await ReadAsync("a"), file.Bytes));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Zoë"))), file.Sha256);
    }

    [Fact]
    public async Task A_second_write_replaces_the_first()
    {
        await WriteAsync("a", "a long first text");
        await WriteAsync("a", "second");

        Assert.Equal("second", await ReadAsync("a"));
    }

    [Fact]
    public async Task A_blob_of_many_blocks_is_whole()
    {
        var block = RandomNumberGenerator.GetBytes(256 * 1024);
        var file = await Store.WriteAsync($"{_folder}/large", "application/json", async (stream, token) =>
        {
            for (var i = 0; i < 10; i++)
                await stream.WriteAsync(block, token);
        }, CancellationToken.None);

        await using var read = await Store.OpenAsync($"{_folder}/large", CancellationToken.None);
        Assert.Equal(file.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(read)));
        Assert.Equal(10 * block.Length, file.Bytes);
    }

    [Fact]
    public async Task A_serializer_that_flushes_without_waiting_makes_a_whole_blob()
    {
        var value = new string('x', 1024 * 1024);

        await Store.WriteAsync($"{_folder}/json", "application/json", async (stream, token) =>
        {
            await using var json = new Utf8JsonWriter(stream);
            json.WriteStartArray();
            for (var i = 0; i < 10; i++)
                JsonSerializer.Serialize(json, value);
            json.WriteEndArray();
            await json.FlushAsync(token);
        }, CancellationToken.None);

        Assert.Equal(Enumerable.Repeat(value, 10), JsonSerializer.Deserialize<string[]>(await ReadAsync("json")));
    }

    [Fact]
    public async Task Blocks_that_were_written_without_waiting_travel_with_a_flush()
    {
        var (store, calls) = Counted();
        var block = RandomNumberGenerator.GetBytes(256 * 1024);
        var sent = new List<int>();

        var file = await store.WriteAsync($"{_folder}/sync", "application/zip", async (stream, token) =>
        {
            for (var i = 0; i < 10; i++)
            {
                Fill(stream, block);
                await stream.FlushAsync(token);
                sent.Add(calls.Count - 1);
            }
        }, CancellationToken.None);

        Assert.Equal([0, 0, 0, 1, 1, 1, 1, 2, 2, 2], sent);
        await using var read = await Store.OpenAsync($"{_folder}/sync", CancellationToken.None);
        Assert.Equal(file.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(read)));
    }

    [Fact]
    public async Task A_blob_of_nothing_is_there()
    {
        await WriteAsync("empty", "");

        Assert.Equal("", await ReadAsync("empty"));
    }

    [Fact]
    public async Task A_write_that_fails_leaves_no_blob()
    {
        await FailAsync("a");

        Assert.False(await Container.GetBlobClient($"{_folder}/a").ExistsAsync());
    }

    [Fact]
    public async Task A_write_that_fails_leaves_an_earlier_blob_as_it_was()
    {
        await WriteAsync("a", "earlier");

        await FailAsync("a");

        Assert.Equal("earlier", await ReadAsync("a"));
    }

    [Fact]
    public async Task A_large_file_is_read_with_one_call()
    {
        var written = new byte[5 * 1024 * 1024];
        Random.Shared.NextBytes(written);
        await Store.WriteAsync($"{_folder}/large", "application/json", (stream, token) => stream.WriteAsync(written, token).AsTask(), CancellationToken.None);
        var (store, calls) = Counted();

        using var read = new MemoryStream();
        await using (var stream = await store.OpenAsync($"{_folder}/large", CancellationToken.None))
            await stream.CopyToAsync(read);

        Assert.Equal(written, read.ToArray());
        Assert.Equal(1, calls.Count);
    }

    [Fact]
    public async Task A_part_of_many_rows_takes_few_calls()
    {
        var (store, calls) = Counted();
        var rows = new PartPage([.. Enumerable.Repeat(RowBytes.Of(JsonElement.Parse("""{"a":1}""")), 1000)]);

        await store.WriteAsync($"{_folder}/part", "application/x-ndjson", new PartWriter(AsyncEnumerable.Repeat(rows, 3)).WriteAsync, CancellationToken.None);

        Assert.InRange(calls.Count, 2, 3);
    }

    [Fact]
    public async Task A_folder_is_removed_with_all_in_it_and_nothing_beside_it()
    {
        await WriteAsync("parts/0/profile", "1");
        await WriteAsync("parts/0/events", "2");
        await WriteAsync("export", "3");

        await Store.DeleteAllAsync($"{_folder}/parts/", CancellationToken.None);
        await Store.DeleteAllAsync($"{_folder}/parts/", CancellationToken.None);

        Assert.Equal("3", await ReadAsync("export"));
        Assert.False(await Container.GetBlobClient($"{_folder}/parts/0/profile").ExistsAsync());
        Assert.False(await Container.GetBlobClient($"{_folder}/parts/0/events").ExistsAsync());
    }

    [Fact]
    public async Task A_folder_is_renewed_with_all_in_it_and_nothing_beside_it()
    {
        await WriteAsync("of/a", "1");
        await WriteAsync("beside", "2");
        var (inside, beside) = (await ModifiedAsync("of/a"), await ModifiedAsync("beside"));
        await Task.Delay(TimeSpan.FromSeconds(1.1));

        await Store.RenewAllAsync($"{_folder}/of/", CancellationToken.None);

        Assert.True(await ModifiedAsync("of/a") > inside);
        Assert.Equal(beside, await ModifiedAsync("beside"));
        Assert.Equal("1", await ReadAsync("of/a"));
    }

    [Fact]
    public async Task A_signed_link_gives_the_file_under_its_name_and_nothing_else()
    {
        await WriteAsync("a", "secret");
        using var http = new HttpClient();
        var link = await Store.SignLinkAsync($"{_folder}/a", "export.json", TimeSpan.FromMinutes(5), CancellationToken.None);

        using var answer = await http.GetAsync(link);

        Assert.Equal("secret", await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment; filename=\"export.json\"", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.False((await http.GetAsync(link.GetLeftPart(UriPartial.Path))).IsSuccessStatusCode);
        Assert.False((await http.GetAsync(link.AbsoluteUri.Replace("/a?", "/b?", StringComparison.Ordinal))).IsSuccessStatusCode);
        Assert.False((await http.DeleteAsync(link)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_signed_link_ends()
    {
        await WriteAsync("a", "secret");
        using var http = new HttpClient();
        var store = new BlobExportStore(storage.Blobs, new(storage.Blobs, new FakeTimeProvider(DateTimeOffset.UtcNow.AddMinutes(-10))));

        using var answer = await http.GetAsync(await store.SignLinkAsync($"{_folder}/a", "export.json", TimeSpan.FromMinutes(5), CancellationToken.None));

        Assert.False(answer.IsSuccessStatusCode);
    }

    private BlobContainerClient Container => storage.Blobs.GetBlobContainerClient("exports");

    private static void Fill(Stream stream, byte[] bytes) => stream.Write(bytes);

    private async Task<DateTimeOffset> ModifiedAsync(string name) =>
        (await Container.GetBlobClient($"{_folder}/{name}").GetPropertiesAsync()).Value.LastModified;

    private Task<ExportFile> WriteAsync(string name, string text) => Store.WriteAsync(
        $"{_folder}/{name}", "application/json", async (stream, token) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), token), CancellationToken.None);

    private (BlobExportStore Store, CountingPolicy Calls) Counted()
    {
        var calls = new CountingPolicy();
        var options = new BlobClientOptions();
        options.AddPolicy(calls, HttpPipelinePosition.PerCall);
        return (new(new BlobServiceClient(storage.ConnectionString, options), new(storage.Blobs, TimeProvider.System)), calls);
    }

    private Task FailAsync(string name) => Assert.ThrowsAsync<IOException>(() => Store.WriteAsync($"{_folder}/{name}", "application/json", async (stream, token) =>
    {
        await stream.WriteAsync("half of"u8.ToArray(), token);
        throw new IOException("Klaviyo broke off.");
    }, CancellationToken.None));

    private async Task<string> ReadAsync(string name)
    {
        using var reader = new StreamReader(await Store.OpenAsync($"{_folder}/{name}", CancellationToken.None));
        return await reader.ReadToEndAsync();
    }

    private sealed class CountingPolicy : HttpPipelineSynchronousPolicy
    {
        public int Count { get; private set; }

        public override void OnSendingRequest(HttpMessage message) => Count++;
    }
}
