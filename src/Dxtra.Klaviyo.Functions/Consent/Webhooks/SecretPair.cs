using System.Security.Cryptography;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A secret, and the one before it for as long as senders may still use that.</summary>
internal sealed record SecretPair(string Current, string? Previous = null, DateTimeOffset? PreviousUntil = null)
{
    private const int Bytes = 32;

    /// <summary>Stands where there is no secret, so that a check takes as long as any: nobody knows it, so nothing passes.</summary>
    public static SecretPair Nobodys { get; } = new(NewSecret());

    /// <summary>43 characters that stand in a header, an address and JSON as they are.</summary>
    public static string NewSecret() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public IReadOnlyList<string> ValidAt(DateTimeOffset time) => Previous is { } previous && time < PreviousUntil ? [Current, previous] : [Current];

    /// <summary>A new one; the current one goes on for a while.</summary>
    public SecretPair Rotate(DateTimeOffset previousUntil) => new(NewSecret(), Current, previousUntil);

    /// <summary>A new one in place of one that nobody uses yet; the one before it goes on for a while.</summary>
    public SecretPair Replace(DateTimeOffset previousUntil) => new(NewSecret(), Previous, Previous is null ? null : previousUntil);

    public override string ToString() => "(secrets)";
}
