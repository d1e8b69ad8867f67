using System.Security.Cryptography;

namespace Dxtra.Klaviyo.Certificates;

/// <summary>
/// ES256 with one signature where ECDSA has two: with (r, s) it also takes (r, n - s), which anybody can work out. Only the one with the
/// smaller s is made and taken, so that no byte of a signature can be changed without the key.
/// </summary>
internal static class Es256
{
    private const int Half = 32;

    /// <summary>Half the order of P-256 (FIPS 186-4, D.1.2.3), rounded down.</summary>
    private static readonly byte[] MostS = Convert.FromHexString("7FFFFFFF800000007FFFFFFFFFFFFFFFDE737D56D38BCF4279DCE5617E3192A8");

    /// <summary>Every second signature has the smaller s, so this signs twice on average.</summary>
    public static byte[] Sign(ECDsa key, byte[] data)
    {
        byte[] signature;
        do
            signature = key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        while (!HasSmallerS(signature));
        return signature;
    }

    public static bool Verify(ECDsa key, byte[] data, byte[] signature) =>
        signature.Length == 2 * Half && HasSmallerS(signature)
        && key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    private static bool HasSmallerS(byte[] signature) => signature.AsSpan(Half).SequenceCompareTo(MostS) <= 0;
}
