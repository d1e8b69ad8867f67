using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Client;

/// <summary>On whose behalf a client calls: which account's budget it uses, and how urgent it is.</summary>
internal sealed class QuotaCaller(string account, DateTimeOffset? due)
{
    /// <summary>Marks a budget that belongs to a key, while the account behind the key is not known.</summary>
    public const string KeyPrefix = "key:";

    private static long _callers;
    private static long _calls;

    private readonly long _number = Interlocked.Increment(ref _callers);

    public string Account => account;

    public bool IsPlanned => due is not null;

    /// <param name="key">Stands for the account unless <paramref name="call"/> names it; kept as a hash.</param>
    /// <param name="call">What the client was made for.</param>
    public static QuotaCaller Of(KlaviyoKey key, KlaviyoCall? call) =>
        new(call?.AccountId ?? KeyPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.Reveal())).AsSpan(0, 16)), call?.Due);

    public QuotaOrder Next(DateTimeOffset now) => new(due ?? now, _number, Interlocked.Increment(ref _calls), IsPlanned);
}
