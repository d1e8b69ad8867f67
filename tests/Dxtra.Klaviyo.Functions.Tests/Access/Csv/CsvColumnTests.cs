using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class CsvColumnTests
{
    [Theory]
    [InlineData("a", "text")]
    [InlineData("b", "12.50")]
    [InlineData("c", "true")]
    [InlineData("d", "")]
    [InlineData("missing", "")]
    [InlineData("a.below", "")]
    [InlineData("e.f", "deep")]
    [InlineData("e", """{"f":"deep"}""")]
    [InlineData("g[].name", "One; Two")]
    [InlineData("g[].missing", "")]
    [InlineData("a[].name", "")]
    [InlineData("h", """half \ud83d""")]
    [InlineData("empty", "")]
    public void A_field_is_a_cell(string path, string cell)
    {
        var row = JsonElement.Parse(
            """{"a":"text","b":12.50,"c":true,"d":null,"e":{"f":"deep"},"g":[{"name":"One"},{"name":"Two"},{"name":"One"},3],"h":"half \ud83d","empty":""}""");

        Assert.Equal(cell, CsvColumn.Parse(path).Of(row));
    }

    [Fact]
    public void Fields_of_rows_become_columns_in_the_order_in_which_they_come_up()
    {
        var fields = new CsvFields(["id"], 100);

        fields.Add(JsonElement.Parse("""{"id":"1","a":{"b":1,"c":{}},"list":[{"x":1}]}"""));
        fields.Add(JsonElement.Parse("""{"links":{"self":"x"},"record":{"relationships":{"y":1},"attributes":{"links":2}}}"""));
        fields.Add(JsonElement.Parse("""{"id":"2","a":{"d":1,"b":2},"z.y":null}"""));

        Assert.Equal(["a.b", "a.c", "list", "record.attributes.links", "a.d", "z.y"], fields.Found.Select(column => column.Name));
    }

    [Fact]
    public void There_are_only_so_many_of_them()
    {
        var fields = new CsvFields([], 2);

        fields.Add(JsonElement.Parse("""{"a":1,"b":2,"c":3}"""));

        Assert.Equal(["a", "b"], fields.Found.Select(column => column.Name));
    }
}
