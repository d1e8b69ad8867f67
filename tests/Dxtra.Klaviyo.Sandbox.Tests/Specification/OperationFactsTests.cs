using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.Tests.Specification;

/// <summary>The facts in the assembly, held against the file that they were distilled from.</summary>
public sealed class OperationFactsTests
{
    [SpecificationFact]
    public void Scopes_limits_parameters_and_filters_are_the_official_ones()
    {
        var official = OfficialSpecification.Read()["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(method => method.Value as JsonObject)
            .Where(operation => operation?["operationId"] is not null)
            .ToDictionary(operation => (string)operation!["operationId"]!, operation => operation!);

        foreach (var operation in OperationCatalog.Load().All)
        {
            var source = official[operation.Id];
            Assert.Equal(source["x-klaviyo-scopes"]!.AsArray().Select(scope => (string)scope!), operation.Scopes);
            Assert.Equal($"{source["x-klaviyo-ratelimit"]!["burst"]}", $"{operation.Limits[0].Calls}/s");
            Assert.Equal($"{source["x-klaviyo-ratelimit"]!["steady"]}", $"{operation.Limits[1].Calls}/m");
            Assert.Equal(
                source["parameters"]!.AsArray()
                    .Where(parameter => (string?)parameter!["in"] == "query")
                    .Select(parameter => (string)parameter!["name"]!),
                operation.Parameters.Keys);
            Assert.Equal((source["x-klaviyo-filters"] as JsonObject ?? []).Select(filter => filter.Key), operation.Filters.Keys);
        }
    }

    [Fact]
    public void The_facts_are_of_the_revision_that_the_sandbox_serves() => Assert.Equal("2026-07-15", OperationCatalog.Load().Revision);
}
