using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Certificates.Tests;

/// <summary>Whatever is done to the file of a certificate, it is not genuine any more.</summary>
public sealed class ChangedCertificateTests
{
    private static readonly string Text = Encoding.UTF8.GetString(Some.File);

    [Fact]
    public void No_bit_of_any_byte_can_be_flipped()
    {
        Assert.IsType<CertificateVerdict.Genuine>(CertificateVerifier.Verify(Some.File));
        Parallel.For(0, Some.File.Length * 8, bit =>
        {
            byte[] changed = [.. Some.File];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertNotGenuine(changed);
        });
    }

    [Fact]
    public void No_byte_can_become_another() => Gen.Select(Gen.Int[0, Some.File.Length - 1], Gen.Byte).Sample((at, value) =>
    {
        byte[] changed = [.. Some.File];
        changed[at] = value;
        if (!changed.SequenceEqual(Some.File))
            AssertNotGenuine(changed);
    }, iter: 5_000);

    [Fact]
    public void No_byte_can_be_left_out() => Parallel.For(0, Some.File.Length, at =>
    {
        byte[] changed = [.. Some.File[..at], .. Some.File[(at + 1)..]];
        AssertNotGenuine(changed);
    });

    [Fact]
    public void No_byte_can_be_put_in() => Gen.Select(Gen.Int[0, Some.File.Length], Gen.Byte).Sample((at, value) =>
        AssertNotGenuine([.. Some.File[..at], value, .. Some.File[at..]]), iter: 5_000);

    [Fact]
    public void It_cannot_be_cut_off() => Parallel.For(0, Some.File.Length, length => AssertNotGenuine(Some.File[..length]));

    [Fact]
    public void No_stretch_of_it_can_be_taken_from_another() => Gen.Select(Gen.Int[0, Some.File.Length], Gen.Int[0, Some.File.Length]).Sample((one, two) =>
    {
        var other = CertificateSigner.Sign(Some.Certificate with { CertificateId = "01K-2" }, Some.Key);
        var (from, to) = (Math.Min(one, two), Math.Max(one, two));
        byte[] changed = [.. Some.File[..from], .. other[from..Math.Min(to, other.Length)], .. Some.File[Math.Min(to, other.Length)..]];
        if (!changed.SequenceEqual(Some.File) && !changed.SequenceEqual(other))
            AssertNotGenuine(changed);
    }, iter: 300);

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("  \"", " \"")]
    [InlineData(",\"jws\"", ", \"jws\"")]
    [InlineData("\"}\n", "\"}\n\n")]
    [InlineData("\"}\n", "\"}")]
    [InlineData("\"}\n", "==\"}\n")]
    [InlineData("{\"certificate\":", "{\"certificate\":{},\"certificate\":")]
    public void It_cannot_be_laid_out_otherwise(string from, string to) =>
        AssertNotGenuine(Encoding.UTF8.GetBytes(Text.Replace(from, to, StringComparison.Ordinal)));

    [Fact]
    public void The_other_signature_that_ecdsa_would_take_is_not_taken()
    {
        var parts = CertificateFile.Split(Some.File)!;
        var signature = Base64UrlEncoder.DecodeBytes(parts.Signature);
        var order = new BigInteger(Order, isUnsigned: true, isBigEndian: true);
        var s = new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true);
        byte[] other = [.. signature[..32], .. (order - s).ToByteArray(isUnsigned: true, isBigEndian: true)];
        var input = CertificateHeader.SigningInput(parts.Header, parts.Payload.Span);

        Assert.True(Some.Key.VerifyData(input, other, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        AssertNotGenuine(CertificateFile.Join(parts with { Signature = Base64UrlEncoder.Encode(other) }));
    }

    [Fact]
    public void Bits_that_mean_nothing_cannot_be_set()
    {
        var parts = CertificateFile.Split(Some.File)!;
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var last = alphabet.IndexOf(parts.Signature[^1], StringComparison.Ordinal);

        Assert.Equal(0, last % 16);
        for (var bits = 1; bits < 16; bits++)
            AssertNotGenuine(CertificateFile.Join(parts with { Signature = parts.Signature[..^1] + alphabet[last + bits] }));
    }

    [Theory]
    [InlineData("\"ES256\"", "\"none\"")]
    [InlineData("\"ES256\"", "\"HS256\"")]
    [InlineData("{\"alg\"", "{\"b64\":false,\"alg\"")]
    [InlineData("\"alg\"", "\"ALG\"")]
    [InlineData("\"P-256\"", "\"P-384\"")]
    [InlineData("\"alg\":\"ES256\",", "")]
    [InlineData("dxtra-deletion-certificate", "something-else")]
    public void A_header_that_we_would_not_write_is_refused_even_when_it_is_signed(string from, string to)
    {
        var parts = CertificateFile.Split(Some.File)!;
        var header = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts.Header).Replace(from, to, StringComparison.Ordinal));
        var signature = Base64UrlEncoder.Encode(Es256.Sign(Some.Key, CertificateHeader.SigningInput(header, parts.Payload.Span)));

        Assert.NotEqual(parts.Header, header);
        Assert.IsType<CertificateVerdict.Malformed>(CertificateVerifier.Verify(CertificateFile.Join(parts with { Header = header, Signature = signature })));
    }

    /// <summary>Of P-256.</summary>
    private static byte[] Order => Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    private static void AssertNotGenuine(byte[] file) => Assert.IsNotType<CertificateVerdict.Genuine>(CertificateVerifier.Verify(file));
}
