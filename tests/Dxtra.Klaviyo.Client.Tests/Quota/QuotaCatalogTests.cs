using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Specification;

namespace Dxtra.Klaviyo.Client.Tests;

public class QuotaCatalogTests
{
    private static readonly QuotaCatalog Catalog = QuotaCatalog.Load();

    [Fact]
    public async Task Every_operation_that_the_client_can_call_has_limits()
    {
        await using var server = await StandIn.StartAsync(Enumerable.Repeat(Answer.Status(500), Operations.All.Count));
        await using var client = TestClient.Impatient(server.Address);
        foreach (var operation in Operations.All.Values)
            await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => operation(client.Klaviyo));

        Assert.Equal(Operations.All.Count, client.Asked.Requests.Count);
        Assert.All(client.Asked.Requests, request => Assert.Equal(request.Operation, Catalog.RouteOf(request).Buckets[0].Name));
        Assert.Empty(Catalog.Operations.Select(known => known.Key).Except(client.Asked.Requests.Select(request => request.Operation)));
    }

    [Fact]
    public void An_operation_without_limits_is_a_fault_of_ours() =>
        Assert.Throws<InvalidOperationException>(() => Catalog.RouteOf(KlaviyoRequest.Get("get_hats", "api/hats")));

    [Theory]
    [InlineData("get_profile", "api/profiles/1?include=lists%2Csegments", "include=lists", "include=segments")]
    [InlineData("get_profile", "api/profiles/1?additional-fields%5Bprofile%5D=subscriptions%2Cpredictive_analytics", "additional-fields[profile]=predictive_analytics")]
    [InlineData("get_profiles", "https://a.klaviyo.com/api/profiles/?page[cursor]=x&additional-fields[profile]=predictive_analytics", "additional-fields[profile]=predictive_analytics")]
    [InlineData("get_list", "api/lists/1?additional-fields%5Blist%5D=profile_count", "additional-fields[list]=profile_count")]
    [InlineData("get_profile", "api/profiles/lists?additional-fields%5Bprofile%5D=subscriptions")]
    [InlineData("get_profiles", "api/profiles?filter=equals(email,%22include=lists%22)&include=conversations")]
    public void A_parameter_that_costs_extra_is_seen_whatever_the_operation(string operation, string address, params string[] buckets)
    {
        var request = new KlaviyoRequest(operation, HttpMethod.Get, new(address, UriKind.RelativeOrAbsolute));

        Assert.Equal([operation, .. buckets], Catalog.RouteOf(request).Buckets.Select(bucket => bucket.Name));
    }

    [SpecificationFact]
    public void The_limits_are_the_official_ones()
    {
        var official = OfficialSpecification.Read();
        var limits = official["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(method => method.Value as JsonObject)
            .Where(operation => operation?["operationId"] is not null)
            .ToDictionary(operation => (string)operation!["operationId"]!, operation => operation!["x-klaviyo-ratelimit"]!.AsObject());

        Assert.Equal((string)official["info"]!["version"]!, Catalog.Revision);
        foreach (var operation in Catalog.Operations)
        {
            string?[] told = [.. new[] { "burst", "steady", "daily" }.Select(window => (string?)limits[operation.Key][window]).Where(text => text is not null)];
            Assert.Equal(told, operation.Buckets[0].Limits.Select(Text));
        }
    }

    [SpecificationFact]
    public void A_parameter_with_a_limit_of_its_own_is_one_that_the_descriptions_name()
    {
        var descriptions = string.Join('\n', OfficialSpecification.Read()["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Select(method => (string?)(method.Value as JsonObject)?["description"]));

        Assert.Equal(5, Catalog.Surcharges.Count);
        Assert.All(Catalog.Surcharges, surcharge => Assert.Contains($"`{surcharge.Parameter}={surcharge.Value.TrimEnd('s')}", descriptions, StringComparison.Ordinal));
        Assert.All(Catalog.Surcharges, surcharge => Assert.Contains($"Burst: `{Text(surcharge.Limits[0])}`<br>Steady: `{Text(surcharge.Limits[1])}`", descriptions, StringComparison.Ordinal));
    }

    private static string Text(RateLimit limit) => $"{limit.Calls}/{limit.Window.TotalSeconds switch { 1 => "s", 60 => "m", _ => "d" }}";
}
