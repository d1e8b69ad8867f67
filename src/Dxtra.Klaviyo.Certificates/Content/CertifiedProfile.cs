namespace Dxtra.Klaviyo.Certificates;

/// <summary>A profile that matched the person.</summary>
/// <param name="Profile">Its number in this certificate, from 1.</param>
/// <param name="KeyedHash">Keyed hash of Klaviyo's id of it.</param>
/// <param name="Approved">It was approved as the person's; the others were left alone.</param>
/// <param name="Counts">How much it held, by category; what the account's key may not see is missing.</param>
/// <param name="AtLeast">The categories that had more than was counted.</param>
public sealed record CertifiedProfile(
    int Profile, string KeyedHash, bool Approved, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<string> AtLeast);
