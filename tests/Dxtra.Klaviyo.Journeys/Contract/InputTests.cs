using System.Net;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Contract;

/// <summary>Bad input over HTTP: each is refused with a problem document that names the field, and is never repeated in it.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class InputTests(ContractFixture fixture) : IClassFixture<ContractFixture>
{
    public static TheoryData<string, string> BadAccessRequests => new()
    {
        { "body", "this is not JSON" },
        { "body", "" },
        { "body", "null" },
        { "subject", "{}" },
        { "subject", """{"subject":{}}""" },
        { "subject", """{"subject":"ada@customers.test"}""" },
        { "subject.email", """{"subject":{"email":"nobody"}}""" },
        { "subject.email", """{"subject":{"email":"two@customers.test, three@customers.test"}}""" },
        { "subject.email", """{"subject":{"email":"Ada <ada@customers.test>"}}""" },
        { "subject.email", """{"subject":{"email":""}}""" },
        { "subject.phone", """{"subject":{"phone":"0123"}}""" },
        { "subject.phone", """{"subject":{"phone":"(555) 123-4567"}}""" },
        { "subject.profileId", """{"subject":{"profileId":"../../events"}}""" },
        { "formats", """{"subject":{"email":"ada@customers.test"},"formats":["docx"]}""" },
        { "regulation", """{"subject":{"email":"ada@customers.test"},"regulation":"murphy"}""" },
        { "receivedAt", """{"subject":{"email":"ada@customers.test"},"receivedAt":"2999-01-01T00:00:00Z"}""" },
        { "receivedAt", """{"subject":{"email":"ada@customers.test"},"receivedAt":"yesterday"}""" },
    };

    public static TheoryData<string, string> BadKeys => new()
    {
        { "apiKey", "{}" },
        { "apiKey", """{"apiKey":""}""" },
        { "apiKey", """{"apiKey":"AbCd12"}""" },
        { "apiKey", """{"apiKey":"pk_with space"}""" },
        { "apiKey", """{"apiKey":7}""" },
        { "body", "[" },
    };

    [Theory]
    [MemberData(nameof(BadAccessRequests))]
    public Task An_access_request_names_the_field_that_is_wrong(string field, string body) =>
        AssertRefusedAsync($"processors/{fixture.ProcessorId}/access-requests", field, body);

    [Theory]
    [MemberData(nameof(BadKeys))]
    public async Task A_key_that_cannot_be_one_is_refused_before_Klaviyo_is_asked(string field, string body)
    {
        var before = fixture.Installation.Proxies.Klaviyo.Calls.Count;

        await AssertRefusedAsync("processors/verify", field, body);
        await AssertRefusedAsync("processors", field, body);

        Assert.Equal(before, fixture.Installation.Proxies.Klaviyo.Calls.Count);
    }

    [Fact]
    public async Task A_key_that_Klaviyo_does_not_know_is_an_authentication_failure()
    {
        var answer = await fixture.Caller.PostAsync("processors/verify", """{"apiKey":"pk_ffffffffffffffffffffffffffffffffff"}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("urn:dxtra:klaviyo:authentication-failed", answer.Body!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unknown_processor_is_named()
    {
        var answer = await fixture.Caller.PostAsync("processors/nobody/access-requests", """{"subject":{"email":"ada@customers.test"}}""");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(["processorId"], answer.Fields);
    }

    [Fact]
    public async Task An_unknown_batch_is_named()
    {
        var answer = await fixture.Caller.GetAsync("batches/some-batch");

        Assert.Equal((HttpStatusCode.NotFound, "urn:dxtra:klaviyo:batch-not-found"), (answer.Status, answer.Body!["type"]!.GetValue<string>()));
        Assert.Equal(["id"], answer.Fields);
    }

    [Theory]
    [InlineData("not-a-did")]
    [InlineData("did:dep")]
    [InlineData("did::x")]
    public async Task A_controller_that_is_no_DID_is_named(string controller)
    {
        var answer = await fixture.Caller.GetAsync($"/api/controllers/{controller}/processors");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["did"], answer.Fields);
    }

    [Fact]
    public async Task A_DID_may_be_percent_encoded()
    {
        var answer = await fixture.Caller.GetAsync($"/api/controllers/{Uri.EscapeDataString(fixture.Installation.Controller)}/processors");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("limit", "requests?limit=0")]
    [InlineData("limit", "requests?limit=501")]
    [InlineData("limit", "requests?limit=many")]
    [InlineData("cursor", "requests?cursor=nonsense")]
    [InlineData("cursor", "requests?cursor=%21")]
    [InlineData("status", "requests?status=lost")]
    [InlineData("kind", "requests?kind=wish")]
    [InlineData("status", "batches/some-batch?status=lost")]
    public async Task A_query_names_the_parameter_that_is_wrong(string parameter, string path)
    {
        var answer = await fixture.Caller.GetAsync(path);

        Assert.InRange((int)answer.Status, 400, 422);
        Assert.Equal([parameter], answer.Fields);
    }

    private async Task AssertRefusedAsync(string path, string field, string body)
    {
        var answer = await fixture.Caller.PostAsync(path, body);

        Assert.InRange((int)answer.Status, 400, 422);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal("urn:dxtra:klaviyo:invalid-input", answer.Body!["type"]!.GetValue<string>());
        Assert.Equal((int)answer.Status, answer.Body!["status"]!.GetValue<int>());
        Assert.Equal([field], answer.Fields);
        Assert.DoesNotContain("@customers.test", answer.Body.ToJsonString(), StringComparison.Ordinal);
    }
}
