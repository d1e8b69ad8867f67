using System.Security.Cryptography;
using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class SubjectCipherTests
{
    private static readonly SubjectEnvelope Envelope = new(new("ada@example.com", "+15551234567", "crm/1", null), "Called on Monday – 😀");

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void A_subject_comes_back() => Assert.Equal(Envelope, SubjectCipher.Decrypt<SubjectEnvelope>(Sealed(), "r1", _key));

    [Fact]
    public void Two_seals_of_one_subject_differ() => Assert.NotEqual(Sealed(), Sealed());

    [Fact]
    public void The_cipher_text_of_one_request_does_not_open_for_another() =>
        Assert.ThrowsAny<CryptographicException>(() => SubjectCipher.Decrypt<SubjectEnvelope>(Sealed(), "r2", _key));

    [Fact]
    public void Another_key_does_not_open_it() =>
        Assert.ThrowsAny<CryptographicException>(() => SubjectCipher.Decrypt<SubjectEnvelope>(Sealed(), "r1", RandomNumberGenerator.GetBytes(32)));

    [Fact]
    public void A_change_of_any_bit_is_found()
    {
        var bytes = Convert.FromBase64String(Sealed());
        Gen.Int[0, (bytes.Length * 8) - 1].Sample(bit =>
        {
            var changed = bytes.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            return Record.Exception(() => SubjectCipher.Decrypt<SubjectEnvelope>(Convert.ToBase64String(changed), "r1", _key)) is CryptographicException;
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("this is no base64!")]
    public void What_is_no_cipher_text_is_refused_as_one(string text) =>
        Assert.ThrowsAny<CryptographicException>(() => SubjectCipher.Decrypt<SubjectEnvelope>(text, "r1", _key));

    private string Sealed() => SubjectCipher.Encrypt(Envelope, "r1", _key);
}
