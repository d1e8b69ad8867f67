using ICSharpCode.SharpZipLib.Zip;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Opened by hand with 7-Zip 16.02 and libarchive 3.6.2 as well (docs/access-export.md).</summary>
public sealed class ExportPackageTests
{
    private const string Passphrase = "correct horse battery staple";

    private readonly ExportRows _export = new();

    public ExportPackageTests()
    {
        _export.Profile("01ADA", "email");
        _export.Part(0, Categories.Lists, """{"id":"L1","name":"Zoë's"}""");
    }

    [Fact]
    public async Task Without_a_passphrase_a_format_is_as_its_writer_makes_it()
    {
        var package = new ExportPackage(new JsonExportWriter(), null);

        Assert.Equal(("json", "application/json"), (package.Extension, package.ContentType));
        Assert.Equal((byte)'{', (await WriteAsync(package)).ReadByte());
    }

    [Fact]
    public async Task With_a_passphrase_a_file_lies_in_a_zip_that_opens_with_it()
    {
        var package = new ExportPackage(new JsonExportWriter(), Passphrase);
        using var clear = await WriteAsync(new(new JsonExportWriter(), null));

        using var zip = new ZipFile(await WriteAsync(package)) { Password = Passphrase };

        Assert.Equal(("zip", "application/zip"), (package.Extension, package.ContentType));
        var entry = Assert.Single(zip.Cast<ZipEntry>());
        Assert.Equal(("klaviyo-access.json", true, 256), (entry.Name, entry.IsCrypted, entry.AESKeySize));
        using var text = new StreamReader(zip.GetInputStream(entry));
        Assert.Equal(await new StreamReader(clear).ReadToEndAsync(), await text.ReadToEndAsync());
    }

    [Fact]
    public async Task Files_of_a_format_that_is_a_zip_anyway_are_encrypted_each()
    {
        using var zip = new ZipFile(await WriteAsync(new(new CsvExportWriter(), Passphrase))) { Password = Passphrase };

        Assert.Equal(Categories.All.Count + 2, zip.Count);
        Assert.All(zip.Cast<ZipEntry>(), entry => Assert.Equal((true, 256), (entry.IsCrypted, entry.AESKeySize)));
        using var lists = new StreamReader(zip.GetInputStream(zip.GetEntry("lists.csv")));
        Assert.Contains("L1,Zoë's,", await lists.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong horse battery staple")]
    public async Task Without_the_passphrase_nothing_opens(string? passphrase)
    {
        using var zip = new ZipFile(await WriteAsync(new(new JsonExportWriter(), Passphrase))) { Password = passphrase };

        Assert.Throws<ZipException>(() => zip.GetInputStream(0).ReadByte());
    }

    [Fact]
    public async Task Nothing_of_the_content_can_be_seen_in_the_package()
    {
        var bytes = (await WriteAsync(new(new JsonExportWriter(), Passphrase))).ToArray();

        Assert.Equal(-1, bytes.AsSpan().IndexOf("01ADA"u8));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("horse"u8));
    }

    private async Task<MemoryStream> WriteAsync(ExportPackage package)
    {
        var stream = new MemoryStream();
        await package.WriteAsync(_export.Source(), new MeasuredStream(stream), CancellationToken.None);
        stream.Position = 0;
        return stream;
    }
}
