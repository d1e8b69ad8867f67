using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Resources;

/// <summary>Data added the official way.</summary>
public sealed class WriteTests : IAsyncLifetime
{
    private RunningSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await RunningSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task An_event_of_a_stranger_creates_the_person_and_the_metric()
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostEventAsync("new@example.com", "Fresh Metric", "2026-09-01T10:00:00Z", "u-1"));

        var person = await FindAsync("new@example.com");
        var events = await _sandbox.GetAllAsync($"/api/events?include=metric&filter=equals(profile_id,%22{person["id"]}%22)");
        Assert.Equal("u-1", (string?)Assert.Single(events).Attributes()["event_properties"]!["$event_id"]);
        Assert.Contains(await _sandbox.GetAllAsync("/api/metrics"), metric => (string?)metric.Attributes()["name"] == "Fresh Metric");
    }

    [Fact]
    public async Task A_repeat_of_person_metric_and_unique_id_is_dropped()
    {
        await PostEventAsync("repeat@example.com", "Fresh Metric", "2026-09-01T10:00:00Z", "u-1");
        await PostEventAsync("repeat@example.com", "Fresh Metric", "2026-09-02T10:00:00Z", "u-1");
        await PostEventAsync("repeat@example.com", "Fresh Metric", "2026-09-02T10:00:00Z", "u-2");

        var person = await FindAsync("repeat@example.com");
        Assert.Equal(2, (await _sandbox.GetAllAsync($"/api/events?filter=equals(profile_id,%22{person["id"]}%22)")).Count);
    }

    [Theory]
    [InlineData("1989-12-31T00:00:00Z")]
    [InlineData("2099-01-01T00:00:00Z")]
    [InlineData("soon")]
    public async Task An_event_of_an_impossible_time_is_refused(string time) =>
        Assert.Equal(HttpStatusCode.BadRequest, await PostEventAsync("x@example.com", "Fresh Metric", time, "u-1"));

    [Fact]
    public async Task Import_creates_then_updates_and_null_clears_while_absence_leaves()
    {
        var created = await ImportAsync("""{"email":"up@example.com","first_name":"Una","last_name":"Paul","properties":{"a":1,"b":2}}""");
        var updated = await ImportAsync("""{"email":"up@example.com","first_name":null,"properties":{"b":3}}""");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(HttpStatusCode.OK, updated.Status);
        var attributes = updated.Document["data"]!["attributes"]!;
        Assert.Null(attributes["first_name"]);
        Assert.Equal("Paul", (string?)attributes["last_name"]);
        Assert.Equal("{\"a\":1,\"b\":3}", attributes["properties"]!.ToJsonString());
    }

    [Fact]
    public async Task Import_with_the_identifiers_of_two_people_is_a_conflict()
    {
        var result = await ImportAsync("""{"email":"noah.brandt@example.com","external_id":"CUST-0004","phone_number":"+447700900001"}""");

        Assert.Equal(HttpStatusCode.Conflict, result.Status);
    }

    [Theory]
    [InlineData("""{"first_name":"No identifier"}""")]
    [InlineData("""{"email":5}""")]
    [InlineData("""{"email":"x@example.com","nickname":"x"}""")]
    public async Task Import_of_a_bad_profile_is_refused(string attributes) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await ImportAsync(attributes)).Status);

    [Theory]
    [InlineData("not json", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("{}", "text/plain", 415)]
    public async Task A_body_that_is_no_document_is_refused(string body, string contentType, int status)
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        using var response = await _sandbox.Client.PostAsync(new Uri("/api/events", UriKind.Relative), content);

        Assert.Equal(status, (int)response.StatusCode);
    }

    private async Task<JsonNode> FindAsync(string email) =>
        (await _sandbox.GetAsync($"/api/profiles?filter=equals(email,%22{email}%22)"))["data"]![0]!;

    private async Task<HttpStatusCode> PostEventAsync(string email, string metric, string time, string uniqueId)
    {
        var body = $$"""
            {"data":{"type":"event","attributes":{"properties":{"k":"v"},"time":"{{time}}","unique_id":"{{uniqueId}}",
            "metric":{"data":{"type":"metric","attributes":{"name":"{{metric}}"} } },
            "profile":{"data":{"type":"profile","attributes":{"email":"{{email}}"} } } } } }
            """;
        using var content = new StringContent(body, Encoding.UTF8, "application/vnd.api+json");
        using var response = await _sandbox.Client.PostAsync(new Uri("/api/events", UriKind.Relative), content);
        return response.StatusCode;
    }

    private async Task<(HttpStatusCode Status, JsonNode Document)> ImportAsync(string attributes)
    {
        using var content = new StringContent(
            $$"""{"data":{"type":"profile","attributes":{{attributes}} } }""", Encoding.UTF8, "application/vnd.api+json");
        using var response = await _sandbox.Client.PostAsync(new Uri("/api/profile-import", UriKind.Relative), content);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
