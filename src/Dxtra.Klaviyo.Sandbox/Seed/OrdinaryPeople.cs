using System.Globalization;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.People;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Customers like any other. Addresses are of reserved domains, telephone numbers of ranges set aside for fiction.</summary>
internal sealed class OrdinaryPeople(SeedContext context)
{
    private static readonly string[] Domains = ["example.com", "mail.test", "post.test"];
    private static readonly string[] Countries = ["United Kingdom", "Germany", "France", "United States", "Ireland", "Spain"];
    private static readonly string[] Methods = ["KLAVIYO_FORM", "CHECKOUT", "PREFERENCE_PAGE", "API", "IMPORT"];
    private static readonly string[] Tiers = ["Bronze", "Silver", "Gold"];
    private static readonly string[] ListNames = ["Back in Stock", "Black Friday Early Access", "Kids’ Collection", "Competition 2024"];

    public PersonSpec Describe(int number)
    {
        var consent = DescribeConsent();
        return new PersonSpec
        {
            Attributes = Attributes(number, hasPhone: consent.Sms is not null || context.Chance(0.4)),
            Consent = consent,
            Suppressions = Suppressions(consent),
            ListSuppressions = context.Chance(0.04) ? [new(context.Pick(ListNames), "UNSUBSCRIBE")] : [],
            Lists = Lists(consent),
        };
    }

    private JsonObject Attributes(int number, bool hasPhone)
    {
        var (first, last) = (context.Faker.Name.FirstName(), context.Faker.Name.LastName());
        var attributes = new JsonObject
        {
            ["first_name"] = first,
            ["last_name"] = last,
            ["locale"] = context.Pick(["en-GB", "de-DE", "fr-FR", "en-US"]),
        };
        // Some came by telephone and are known by nothing else.
        var hasEmail = context.Chance(0.96);
        if (hasEmail)
            attributes["email"] = Email(first, last, number);
        if (hasPhone || !hasEmail)
            attributes["phone_number"] = Phone(number);
        AddDetails(attributes, number);
        return attributes;
    }

    private void AddDetails(JsonObject attributes, int number)
    {
        if (context.Chance(0.6))
            attributes["external_id"] = $"CUST-{number:D5}";
        if (context.Chance(0.1))
            attributes["organization"] = context.Faker.Company.CompanyName();
        if (context.Chance(0.7))
            attributes["location"] = Location();
        if (context.Chance(0.5))
            attributes["properties"] = Properties();
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetter)).ToLower(CultureInfo.InvariantCulture);

    private string Email(string first, string last, int number) => $"{Letters(first)}.{Letters(last)}{number}@{context.Pick(Domains)}";

    /// <summary>Numbers of the ranges that Ofcom and the North American plan keep for fiction: first the one, then a hundred per area.</summary>
    private static string Phone(int number) => number < 900
        ? $"+447700900{number + 100:D3}"
        : $"+1{612 + ((number - 900) / 100)}55501{number % 100:D2}";

    private JsonObject Location() => new()
    {
        ["address1"] = context.Faker.Address.StreetAddress(),
        ["city"] = context.Faker.Address.City(),
        ["country"] = context.Pick(Countries),
        ["zip"] = context.Faker.Address.ZipCode(),
        ["timezone"] = "Europe/London",
        ["ip"] = $"198.51.100.{context.Random.Number(1, 254)}",
    };

    private JsonObject Properties() => new()
    {
        ["Loyalty Tier"] = context.Pick(Tiers),
        ["Points"] = context.Random.Number(0, 5000),
        ["Favourite"] = context.Faker.Commerce.ProductMaterial(),
        ["Referrer"] = context.Chance(0.3) ? null : context.Faker.Commerce.Department(1),
    };

    private ConsentSpec DescribeConsent() => new()
    {
        Email = State(subscribed: 0.62, unsubscribed: 0.16),
        Sms = State(subscribed: 0.22, unsubscribed: 0.06),
        SmsTransactional = State(subscribed: 0.15, unsubscribed: 0.02),
        Push = State(subscribed: 0.08, unsubscribed: 0.02),
        WhatsApp = State(subscribed: 0.04, unsubscribed: 0.01),
        OpenTracking = State(subscribed: 0.05, unsubscribed: 0.05),
        DoubleOptIn = context.Chance(0.5),
        Method = context.Pick(Methods),
        MethodDetail = context.Chance(0.5) ? context.Ids.Short() : null,
    };

    private string? State(double subscribed, double unsubscribed)
    {
        var chance = context.Random.Double();
        return chance < subscribed ? Consent.Subscribed : chance < subscribed + unsubscribed ? Consent.Unsubscribed : null;
    }

    private string[] Suppressions(ConsentSpec consent)
    {
        if (consent.Email == Consent.Unsubscribed)
            return ["UNSUBSCRIBE"];
        return context.Chance(0.03) ? ["HARD_BOUNCE"] : context.Chance(0.01) ? ["USER_SUPPRESSED"] : [];
    }

    private List<string> Lists(ConsentSpec consent)
    {
        var lists = new List<string>();
        if (consent.Email == Consent.Subscribed)
            lists.Add(GroupSeeder.Newsletter);
        if (consent.Sms == Consent.Subscribed)
            lists.Add(GroupSeeder.SmsList);
        lists.AddRange(ListNames.Where(_ => context.Chance(0.12)));
        return lists;
    }
}
