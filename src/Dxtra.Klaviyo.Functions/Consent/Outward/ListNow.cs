namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The list of an order, as it is now.</summary>
/// <param name="Exists">Whether the account has it.</param>
/// <param name="DoubleOptIn">Whether people must confirm.</param>
/// <param name="Members">Who is on it of those asked for, by profile id.</param>
internal sealed record ListNow(bool Exists, bool DoubleOptIn, IReadOnlySet<string> Members)
{
    public static ListNow Missing { get; } = new(Exists: false, DoubleOptIn: false, new HashSet<string>());
}
