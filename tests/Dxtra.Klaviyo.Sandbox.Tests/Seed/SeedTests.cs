using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dxtra.Klaviyo.Sandbox.Control;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Seed;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.Tests.Seed;

public sealed partial class SeedTests
{
    private readonly AccountData _data = Build(seed: 1);

    [Fact]
    public void The_same_seed_gives_the_same_account_to_the_last_byte() => Assert.Equal(Fingerprint(_data), Fingerprint(Build(seed: 1)));

    [Fact]
    public void Another_seed_gives_other_people_and_other_keys()
    {
        var other = Build(seed: 2);

        Assert.NotEqual(Fingerprint(_data), Fingerprint(other));
        Assert.Empty(_data.Keys.Select(key => key.Value).Intersect(other.Keys.Select(key => key.Value)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(42)]
    [InlineData(-7)]
    [InlineData(int.MaxValue)]
    public void Any_number_is_a_seed(int seed)
    {
        var data = Build(seed);

        Assert.Equal(120, data.Profiles.All.Count);
        Assert.All(data.Segments, segment => Assert.NotEmpty(segment.Members));
        Assert.Contains(data.Profiles.All, profile => profile.Email is null && profile.PhoneNumber is not null);
    }

    [Fact]
    public void A_small_account_has_the_size_that_is_promised()
    {
        Assert.Equal(120, _data.Profiles.All.Count);
        Assert.InRange(_data.Events.All.Count, 4000, 4050);
        Assert.Equal(8, _data.Lists.Count);
        Assert.Equal(6, _data.Segments.Count);
        Assert.Equal(6, _data.Flows.Count);
        Assert.Equal(10, _data.Campaigns.Count);
    }

    [Fact]
    public void A_large_account_has_one_person_with_twenty_thousand_events()
    {
        var data = Build(seed: 1, SandboxSize.Large);

        Assert.Equal(5000, data.Profiles.All.Count);
        Assert.InRange(data.Events.All.Count, 200_000, 200_050);
        Assert.InRange(data.Profiles.All.Max(profile => data.Events.OfProfile(profile.Id).Count), 20_000, 20_100);
        var phones = data.Profiles.All.Select(profile => profile.PhoneNumber).OfType<string>().ToList();
        Assert.Equal(phones.Count, phones.Distinct().Count());
    }

    [Fact]
    public void Addresses_are_of_reserved_domains_and_numbers_of_fictional_ranges()
    {
        Assert.All(_data.Profiles.All.Select(profile => profile.Email).OfType<string>(), email => Assert.Matches(ReservedDomain(), email));
        Assert.All(_data.Profiles.All.Select(profile => profile.PhoneNumber).OfType<string>(), phone => Assert.Matches(FictionalNumber(), phone));
    }

    [Fact]
    public void Every_state_of_consent_and_every_reason_of_suppression_occurs()
    {
        var subscriptions = _data.Profiles.All.Select(profile => profile.Subscriptions).ToList();

        foreach (var state in new[] { Consent.Subscribed, Consent.Unsubscribed, Consent.Never.State })
        {
            Assert.Contains(subscriptions, item => item.Email.State == state);
            Assert.Contains(subscriptions, item => item.SmsMarketing.State == state);
            Assert.Contains(subscriptions, item => item.SmsTransactional.State == state);
            Assert.Contains(subscriptions, item => item.Push.State == state);
            Assert.Contains(subscriptions, item => item.OpenTracking.State == state);
        }

        foreach (var reason in new[] { "HARD_BOUNCE", "INVALID_EMAIL", "SPAM_COMPLAINT", "UNSUBSCRIBE", "USER_SUPPRESSED" })
            Assert.Contains(subscriptions, item => item.Suppressions.Any(suppression => suppression.Reason == reason));
        Assert.Contains(subscriptions, item => item.ListSuppressions.Count > 0);
        Assert.Contains(subscriptions, item => item.WhatsApp is not null);
        Assert.Contains(subscriptions, item => item.Email.IsSubscribed && item.Suppressions.Count > 0);
    }

    [Fact]
    public void Every_metric_but_the_second_of_its_name_has_events()
    {
        var silent = _data.Metrics
            .Where(metric => _data.Events.OfMetric(metric.Id).Count == 0)
            .Select(metric => $"{metric.Integration.Name}: {metric.Name}");

        Assert.Equal(["API: Placed Order"], silent);
    }

    [Fact]
    public void Nobody_does_anything_before_they_were_created_except_in_imported_history()
    {
        var early = _data.Profiles.All.Sum(profile => _data.Events.OfProfile(profile.Id).Count(item => item.Time < profile.Created));

        Assert.Equal(1, early);
    }

    private static AccountData Build(int seed, SandboxSize size = SandboxSize.Small) =>
        AccountSeeder.Build(new SandboxOptions { Seed = seed, Size = size }, OperationCatalog.Load());

    private static string Fingerprint(AccountData data)
    {
        var text = new StringBuilder(JsonSerializer.Serialize(new { data.Account, data.Keys, data.Metrics, data.Flows, data.Campaigns, data.Tags }));
        foreach (var profile in data.Profiles.All)
            text.Append(JsonSerializer.Serialize(GroundTruthReader.Read(profile, data)));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    [GeneratedRegex(@"@(example\.com|[a-z]+\.test)$", RegexOptions.IgnoreCase)]
    private static partial Regex ReservedDomain();

    [GeneratedRegex(@"^(\+447700900\d{3}|\+1\d{3}55501\d{2})$")]
    private static partial Regex FictionalNumber();
}
