using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dxtra.Klaviyo.Client.Tests;

public class OddAttributesTests
{
    [Theory]
    [InlineData("""{ "timestamp": {}, "uuid": "U" }""")]
    [InlineData("""{ "timestamp": "soon", "uuid": "U" }""")]
    [InlineData("""{ "timestamp": 1e40, "uuid": "U" }""")]
    [InlineData("""{ "\ud800": 1, "uuid": "U" }""")]
    public void An_event_with_one_odd_attribute_keeps_the_others_and_the_json_as_received(string attributes)
    {
        var page = Page("event", attributes, KlaviyoJson.Default.EventAttributes);
        Assert.Equal((null, "U"), (page.Items[0].Attributes.Timestamp, page.Items[0].Attributes.Uuid));
        Assert.Equal(attributes, page.Items[0].Json.GetProperty("attributes").GetRawText());
        Assert.Equal(17, page.Items[1].Attributes.Timestamp);
    }

    [Theory]
    [InlineData("""{ "email": ["a"], "first_name": "Ada" }""")]
    [InlineData("""{ "email": "\ud83d", "first_name": "Ada" }""")]
    [InlineData("""{ "location": "Bremen", "first_name": "Ada" }""")]
    [InlineData("""{ "subscriptions": { "email": { "marketing": 1 } }, "first_name": "Ada" }""")]
    public void A_profile_with_one_odd_attribute_keeps_the_others_and_the_json_as_received(string attributes)
    {
        var profile = Page("profile", attributes, KlaviyoJson.Default.ProfileAttributes).Items[0];
        Assert.Equal((null, "Ada"), (profile.Attributes.Email, profile.Attributes.FirstName));
        Assert.Null(profile.Attributes.Location);
        Assert.Null(profile.Attributes.Subscriptions);
        Assert.Equal(attributes, profile.Json.GetProperty("attributes").GetRawText());
    }

    [Fact]
    public void Half_a_surrogate_pair_in_event_properties_stays_as_it_was_sent()
    {
        const string Attributes = """{ "event_properties": { "note": "\ud83d", "ok": 1 }, "timestamp": 5 }""";
        var item = Page("event", Attributes, KlaviyoJson.Default.EventAttributes).Items[0];
        Assert.Equal(5, item.Attributes.Timestamp);
        Assert.Equal(1, item.Attributes.EventProperties!.Value.GetProperty("ok").GetInt32());
        Assert.Equal(Attributes, item.Json.GetProperty("attributes").GetRawText());
    }

    private static KlaviyoPage<T> Page<T>(
        string type, string attributes, JsonTypeInfo<T> info) =>
        DocumentReader.ReadPage(
            JsonElement.Parse($$"""
                { "data": [
                  { "type": "{{type}}", "id": "A", "attributes": {{attributes}} },
                  { "type": "{{type}}", "id": "B", "attributes": { "timestamp": 17 } } ] }
                """),
            info);
}
