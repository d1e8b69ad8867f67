using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class RowDetailsTests
{
    [Fact]
    public void Values_stand_under_the_names_that_lead_to_them() => Assert.Equal(
        ["id=E1", "sizes=M, L", "items › 1 › name=Shirt", "items › 2=odd", "Without a value=nothing, empty › none"],
        Of("event", """{"event":{"id":"E1","sizes":["M","L"],"items":[{"name":"Shirt"},"odd"],"nothing":null,"empty":{"none":[]}}}"""));

    [Fact]
    public void The_attributes_of_a_resource_need_no_name_and_those_of_anything_else_do() => Assert.Equal(
        ["type=list", "name=News", "event_properties › attributes › name=Shirt"],
        Of(null, """{"type":"list","attributes":{"name":"News","event_properties":{"attributes":{"name":"Shirt"}}}}"""));

    [Fact]
    public void What_is_left_out_is_left_out_by_its_path_and_not_by_its_name() => Assert.Equal(
        ["b › first=second", "a › other=third", "a › first=fourth"],
        Of(null, """{"b":{"first":"second"},"a":{"other":"third","first":"gone"},"a › first":"fourth"}""", "a", "first"));

    [Fact]
    public void Addresses_of_the_interface_are_left_out_and_what_a_shop_calls_links_is_not() => Assert.Equal(
        ["type=event", "links › self=mine", "relationships › metric › data › id=M1"],
        Of(null, """{"type":"event","attributes":{"links":{"self":"mine"}},"relationships":{"metric":{"data":{"id":"M1"},"links":{"self":"gone"}}},"links":{"self":"gone"}}"""));

    private static IEnumerable<string> Of(string? wrapper, string row, params string[] path)
    {
        using var json = JsonDocument.Parse(row);
        var details = new RowDetails(wrapper);
        details.LeaveOut(path);
        return [.. details.Of(json.RootElement, ReportTexts.Of("en")).Select(fact => $"{fact.Label}={fact.Value}")];
    }
}
