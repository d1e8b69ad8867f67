using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Certificates.Tests;

public sealed class CertificateVerifierTests
{
    private static readonly string Kid = CertificateKey.Of(Some.Key).Kid;

    [Fact]
    public void What_was_signed_is_genuine_and_says_what_it_said()
    {
        var genuine = Assert.IsType<CertificateVerdict.Genuine>(CertificateVerifier.Verify(Some.File));

        Assert.Equal((Kid, false), (genuine.Kid, genuine.IsPublished));
        Assert.Equal(Encoding.UTF8.GetString(CertificateJson.Write(Some.Certificate)), Encoding.UTF8.GetString(CertificateJson.Write(genuine.Certificate)));
    }

    [Fact]
    public void A_key_that_is_published_is_told_from_one_that_is_only_in_the_file()
    {
        Assert.True(Assert.IsType<CertificateVerdict.Genuine>(CertificateVerifier.Verify(Some.File, Published(Some.Key))).IsPublished);
        Assert.Equal(new CertificateVerdict.UnknownKey(Kid), CertificateVerifier.Verify(Some.File, Published(NewKey())));
        Assert.Equal(new CertificateVerdict.UnknownKey(Kid), CertificateVerifier.Verify(Some.File, new JsonWebKeySet()));
    }

    [Fact]
    public void A_set_that_gives_another_key_the_id_of_the_right_one_does_not_make_it_known()
    {
        var set = Published(NewKey());
        set.Keys[0].Kid = Kid;

        Assert.IsType<CertificateVerdict.UnknownKey>(CertificateVerifier.Verify(Some.File, set));
    }

    [Fact]
    public void Whoever_signs_a_changed_certificate_anew_needs_a_key_of_their_own()
    {
        var key = NewKey();
        var forged = CertificateSigner.Sign(Some.Certificate with { IssuedAt = DateTime.UnixEpoch }, key);

        Assert.False(Assert.IsType<CertificateVerdict.Genuine>(CertificateVerifier.Verify(forged)).IsPublished);
        Assert.Equal(new CertificateVerdict.UnknownKey(CertificateKey.Of(key).Kid), CertificateVerifier.Verify(forged, Published(Some.Key)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{ \"certificate\": {} }")]
    [InlineData("<html></html>")]
    public void Another_file_is_no_certificate(string text) =>
        Assert.IsType<CertificateVerdict.NotACertificate>(CertificateVerifier.Verify(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_byte_order_mark_is_a_changed_file() =>
        Assert.IsType<CertificateVerdict.NotACertificate>(CertificateVerifier.Verify((byte[])[.. Encoding.UTF8.Preamble, .. Some.File]));

    [Fact]
    public void A_version_that_is_not_known_is_genuine_and_cannot_be_read()
    {
        var file = CertificateSigner.Sign(Encoding.UTF8.GetBytes("{\"schemaVersion\":2,\"news\":true}"), Some.Key);

        Assert.Equal(new CertificateVerdict.UnknownVersion(Kid, 2), CertificateVerifier.Verify(file));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"schemaVersion\":1}")]
    [InlineData("{\"schemaVersion\":\"1\"}")]
    public void A_signature_does_not_make_a_certificate_of_anything(string payload) =>
        Assert.IsType<CertificateVerdict.Malformed>(CertificateVerifier.Verify(CertificateSigner.Sign(Encoding.UTF8.GetBytes(payload), Some.Key)));

    [Fact]
    public void The_file_is_a_json_object_and_its_signature_fits_the_standard()
    {
        using var json = JsonDocument.Parse(Some.File);
        var jws = json.RootElement.GetProperty("jws").GetString()!.Split('.');
        var header = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(jws[0])).RootElement;
        var payload = Base64UrlEncoder.Encode(CertificateJson.Write(Some.Certificate));

        Assert.Equal(["alg", "typ", "kid", "jwk"], header.EnumerateObject().Select(entry => entry.Name));
        Assert.Equal(("ES256", Kid, ""), (header.GetProperty("alg").GetString(), header.GetProperty("kid").GetString(), jws[1]));
        using var provider = CryptoProviderFactory.Default.CreateForVerifying(new ECDsaSecurityKey(Some.Key), SecurityAlgorithms.EcdsaSha256);
        Assert.True(provider.Verify(Encoding.ASCII.GetBytes($"{jws[0]}.{payload}"), Base64UrlEncoder.DecodeBytes(jws[2])));
    }

    /// <summary>The expected one was worked out by another program.</summary>
    [Fact]
    public void The_id_of_a_key_is_its_thumbprint() => Assert.Equal(
        "rb1khx29pMO7tujgQEFpnjI8Or3wKPHyDAowoW9jylQ",
        new CertificateKey("P-256", "EC", "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs", "9VE4jfo_5mFlbZ8aFyxgz0G1TjbkFpVxEYUuLbVEA-w").Kid);

    private static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static JsonWebKeySet Published(ECDsa key) =>
        new(JsonSerializer.Serialize(new { keys = new[] { CertificateKey.Of(key) } }, JsonSerializerOptions.Web));
}
