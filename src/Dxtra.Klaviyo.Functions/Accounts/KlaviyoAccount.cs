using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>What Klaviyo says of the account behind a key. <paramref name="Id"/> is its public key (site id).</summary>
internal sealed record KlaviyoAccount(string Id, string? Name, string? Timezone, string? Currency, string? Locale, bool TestAccount)
{
    public static KlaviyoAccount Of(KlaviyoResource<AccountAttributes> account) => new(
        account.Id,
        account.Attributes.ContactInformation?.OrganizationName,
        account.Attributes.Timezone,
        account.Attributes.PreferredCurrency,
        account.Attributes.Locale,
        account.Attributes.TestAccount ?? false);
}
