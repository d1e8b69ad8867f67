using System.Security.Cryptography;
using System.Text.Json;
using Dxtra.Klaviyo.Certificates;

namespace Dxtra.Klaviyo.Local.Tests.CommandLine;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _key.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task It_says_what_was_certified_and_that_the_key_is_a_published_one()
    {
        var run = await VerifyAsync(Write("certificate.json", Signed()), "--jwks", Write("jwks.json", Keys(_key)));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(
            [
                "VERIFIED. ", CertificateKey.Of(_key).Kid, "one of the published ones", "01K (gdpr): profile", "Received     2026-11-01 00:00:00 UTC",
                "Completed    2026-11-02 00:00:00 UTC", "One profile was deleted.", "Profile 1: confirmed. Nothing of it was found, twice in a row.",
            ],
            words => Assert.Contains(words, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_published_keys_it_says_that_the_key_has_to_be_compared()
    {
        var run = await VerifyAsync(Write("certificate.json", Signed()));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("compare it with GET /api/.well-known/jwks.json", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_byte_is_told()
    {
        var file = Signed();
        file[file.AsSpan().IndexOf("confirmed"u8)] = (byte)'k';

        await AssertNotVerifiedAsync(file, "was changed");
    }

    [Fact]
    public async Task A_key_that_is_not_published_is_told()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        await AssertNotVerifiedAsync(Signed(), $"{CertificateKey.Of(_key).Kid}, which is not in", "--jwks", Write("jwks.json", Keys(other)));
    }

    [Fact]
    public Task Another_file_is_told() => AssertNotVerifiedAsync("{}"u8.ToArray(), "is not a certificate of a deletion");

    [Fact]
    public Task A_broken_certificate_is_told() => AssertNotVerifiedAsync(Signed()[..^1], "is malformed");

    [Fact]
    public async Task Keys_that_are_none_and_a_file_that_is_missing_are_told()
    {
        var run = await VerifyAsync(Write("certificate.json", Signed()), "--jwks", Write("jwks.json", "no keys"u8.ToArray()));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is no set of keys", run.Error, StringComparison.Ordinal);

        var missing = await VerifyAsync(Path.Combine(_data.Path, "missing.json"));
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("cannot be read", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_stranger_signed_cannot_steer_the_terminal()
    {
        var run = await VerifyAsync(Write("certificate.json", CertificateSigner.Sign(Certificate with { Statement = ["\e[2J\rfine"] }, _key)));

        Assert.DoesNotContain(run.Output, letter => char.IsControl(letter) && letter is not ('\n' or '\r'));
        Assert.Contains("\uFFFD[2J\uFFFDfine", run.Output, StringComparison.Ordinal);
    }

    private async Task AssertNotVerifiedAsync(byte[] file, string reason, params string[] more)
    {
        var run = await VerifyAsync(Write("certificate.json", file), more);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("NOT VERIFIED. ", run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    private static Task<CommandLineRun> VerifyAsync(string file, params string[] more) => CommandLineRun.OfAsync(["verify", file, .. more]);

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_data.Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private byte[] Signed() => CertificateSigner.Sign(Certificate, _key);

    private static byte[] Keys(ECDsa key) => JsonSerializer.SerializeToUtf8Bytes(new { keys = new[] { CertificateKey.Of(key) } }, JsonSerializerOptions.Web);

    private static DeletionCertificate Certificate { get; } = new(
        DeletionCertificate.CurrentVersion, "01K-1", Day(3), "en", ["One profile was deleted."],
        new("did:dep:shop", "A Shop", "01P", "AbC123"),
        new("01K", 1, "gdpr", ["profile"], Day(1), Day(1), Day(2)),
        new("5ub3ec7"), null, null, [], null, [], [], [],
        [new(1, "confirmed", Day(2), "Nothing of it was found, twice in a row.", [])], []);

    private static DateTime Day(int day) => new(2026, 11, day, 0, 0, 0, DateTimeKind.Utc);
}
