using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Resources;

public sealed class SparseFieldsTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private const string Amelia = "filter=equals(external_id,%22CUST-0001%22)";

    [Theory]
    [InlineData("fields[profile]=email", "{\"email\":\"amelia.hartley@example.com\"}")]
    [InlineData("fields[profile]=location.city,first_name", "{\"location\":{\"city\":\"Leeds\"},\"first_name\":\"Amelia\"}")]
    [InlineData("fields[profile]=location.city,location.zip", "{\"location\":{\"city\":\"Leeds\",\"zip\":\"LS1 1AA\"}}")]
    [InlineData(
        "additional-fields[profile]=subscriptions&fields[profile]=subscriptions.email.marketing.consent",
        "{\"subscriptions\":{\"email\":{\"marketing\":{\"consent\":\"SUBSCRIBED\"}}}}")]
    public async Task Only_the_fields_asked_for_are_shown(string fields, string expected)
    {
        var document = await fixture.Sandbox.GetAsync($"/api/profiles?{Amelia}&{fields}");

        var attributes = document["data"]![0]!["attributes"];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), attributes), attributes!.ToJsonString());
    }

    [Fact]
    public async Task Subscriptions_and_predictions_come_only_when_asked_for()
    {
        var plain = await fixture.Sandbox.GetAsync($"/api/profiles?{Amelia}");
        var full = await fixture.Sandbox.GetAsync($"/api/profiles?{Amelia}&additional-fields[profile]=subscriptions,predictive_analytics");

        Assert.False(plain["data"]![0]!["attributes"]!.AsObject().ContainsKey("subscriptions"));
        Assert.False(plain["data"]![0]!["attributes"]!.AsObject().ContainsKey("predictive_analytics"));
        Assert.NotNull(full["data"]![0]!["attributes"]!["subscriptions"]!["email"]!["click_tracking"]);
        Assert.True((double)full["data"]![0]!["attributes"]!["predictive_analytics"]!["historic_clv"]! > 0);
    }
}
