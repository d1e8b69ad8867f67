using System.Text.Json;

namespace Dxtra.Klaviyo.Client.Tests;

public class DocumentTests
{
    private static readonly JsonElement Profile = JsonElement.Parse(Examples.Read("documents/profile.json"));

    [Fact]
    public void A_profile_is_read_with_its_consent_on_every_channel()
    {
        var profile = ReadProfile().Attributes;
        Assert.Equal(("ada@example.com", "+15005550006"), (profile.Email, profile.PhoneNumber));
        Assert.Equal((null, "Ada"), (profile.ExternalId, profile.FirstName));
        Assert.Equal(("53.0793", "8.8017"), (profile.Location!.Latitude, profile.Location.Longitude));
        Assert.Equal(93.87, profile.PredictiveAnalytics!.TotalClv);

        var consent = profile.Subscriptions!;
        Assert.Equal(("NEVER_SUBSCRIBED", true), (consent.Email!.Marketing!.Consent, consent.Email.Marketing.CanReceiveEmailMarketing));
        Assert.Equal("USER_SUPPRESSED", Assert.Single(consent.Email.Marketing.Suppression!).Reason);
        Assert.Equal((true, false), (consent.Email.OpenTracking!.CanReceive, consent.Email.ClickTracking!.CanReceive));
        var sms = consent.Sms!.Marketing!;
        Assert.Equal(("SUBSCRIBED", true, "FORM"), (sms.Consent, sms.CanReceive, sms.Method));
        Assert.Equal((false, false), (consent.Sms.Transactional!.CanReceive, consent.MobilePush!.Marketing!.CanReceive));
        Assert.Null(consent.Whatsapp);
    }

    [Fact]
    public void Times_are_read_with_t_or_space_and_with_or_without_fractions()
    {
        var profile = ReadProfile().Attributes;
        Assert.Equal(new DateTimeOffset(2022, 11, 8, 0, 0, 0, TimeSpan.Zero), profile.Created);
        Assert.Equal(new DateTimeOffset(2026, 9, 4, 18, 12, 21, TimeSpan.Zero), profile.Updated);
        Assert.Equal(profile.Updated + TimeSpan.FromMicroseconds(601782), profile.LastEventDate);
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("17")]
    [InlineData("{\"a\":[1]}")]
    [InlineData("null")]
    public void A_time_in_an_unknown_form_reads_as_none_and_stays_in_the_json(string time)
    {
        var document = JsonElement.Parse(
            $$"""{ "data": { "type": "list", "id": "A", "attributes": { "created": {{time}}, "name": "N" } } }""");
        var list = DocumentReader.ReadResource(document, KlaviyoJson.Default.ListAttributes);
        Assert.Equal((null, "N"), (list.Attributes.Created, list.Attributes.Name));
        Assert.Equal(time, list.Json.GetProperty("attributes").GetProperty("created").GetRawText());
    }

    [Fact]
    public void A_time_without_an_offset_is_utc()
    {
        var metric = Page("documents/events.json").Included[0];
        var attributes = metric.Attributes.Deserialize(KlaviyoJson.Default.MetricAttributes)!;
        Assert.Equal(TimeSpan.Zero, attributes.Created!.Value.Offset);
        Assert.Equal(new DateTime(2022, 1, 1, 0, 0, 0, 123, 456), attributes.Created.Value.DateTime);
    }

    [Fact]
    public void Unknown_fields_are_kept_beside_the_known_ones_and_in_the_json_as_received()
    {
        var profile = ReadProfile();
        Assert.Equal("curious", profile.Attributes.UnknownFields!["mood"].GetString());
        Assert.Equal("u1", profile.Attributes.Location!.UnknownFields!["geohash"].GetString());
        Assert.True(profile.Attributes.Subscriptions!.UnknownFields!.ContainsKey("carrier_pigeon"));
        Assert.Equal(Profile.GetProperty("data").GetRawText(), profile.Json.GetRawText());
        Assert.Equal("2.50", profile.Attributes.Properties!.Value.GetProperty("nested").GetProperty("deep")[1].GetRawText());
    }

    [Fact]
    public void Attributes_written_again_hold_everything_that_was_read()
    {
        var written = JsonSerializer.SerializeToElement(ReadProfile().Attributes, KlaviyoJson.Default.ProfileAttributes);
        Assert.Equal("curious", written.GetProperty("mood").GetString());
        var consent = written.GetProperty("subscriptions");
        Assert.True(consent.GetProperty("sms").GetProperty("marketing").GetProperty("can_receive_sms_marketing").GetBoolean());
        Assert.Equal("SUBSCRIBED", consent.GetProperty("carrier_pigeon").GetProperty("marketing").GetProperty("consent").GetString());
    }

    [Fact]
    public void Relationships_are_read_to_one_to_many_null_and_absent()
    {
        var profile = ReadProfile();
        Assert.Equal([new("conversation", "C1"), new("conversation", "C2")], profile.Related("conversations"));
        Assert.Empty(profile.Related("lists"));
        Assert.Empty(profile.Related("push-tokens"));
        Assert.Empty(profile.Related("segments"));

        var page = Page("documents/events.json");
        Assert.Equal(("UxxK1u", "01GDDKASAP8TKDDA2GRZDSVP4H"), (page.Items[0].RelatedId("metric"), page.Items[0].RelatedId("profile")));
        Assert.Equal((null, null), (page.Items[1].RelatedId("metric"), page.Items[1].RelatedId("profile")));
    }

    [Fact]
    public void Empty_arrays_where_objects_are_meant_read_as_nothing()
    {
        var bare = Page("documents/events.json").Items[2];
        Assert.Equal(("4vRpBT333cc", null, 0), (bare.Id, bare.Attributes.Datetime, bare.Relationships.Count));
    }

    [Fact]
    public void A_page_brings_what_was_included_and_its_meta()
    {
        var page = Page("documents/events.json");
        Assert.Equal(["metric", "attribution"], page.Included.Select(resource => resource.Type));
        Assert.Equal(JsonValueKind.Object, page.Included[1].Attributes.ValueKind);
        Assert.Equal("01GC", page.Included[1].RelatedId("campaign"));
        Assert.True(page.Meta!.Value.TryGetProperty("agent_hints", out _));
    }

    [Theory]
    [InlineData("""{"data":[],"meta":[],"links":[]}""")]
    [InlineData("""{"data":[],"meta":null,"links":null,"included":null}""")]
    [InlineData("""{"data":[]}""")]
    public void A_page_needs_nothing_but_its_data(string json)
    {
        var page = DocumentReader.ReadPage(JsonElement.Parse(json), KlaviyoJson.Default.EventAttributes);
        Assert.Equal((0, 0, null, false), (page.Items.Count, page.Included.Count, page.Meta, page.HasMore));
    }

    private static KlaviyoResource<ProfileAttributes> ReadProfile() =>
        DocumentReader.ReadResource(Profile, KlaviyoJson.Default.ProfileAttributes);

    private static KlaviyoPage<EventAttributes> Page(string file) =>
        DocumentReader.ReadPage(JsonElement.Parse(Examples.Read(file)), KlaviyoJson.Default.EventAttributes);
}
