using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Tests.Errors;

/// <summary>Error documents as they are known from Klaviyo, without the id, which differs every time.</summary>
internal static class ErrorExample
{
    public static async Task AssertAsync(string name, HttpResponseMessage response, string id = "")
    {
        var expected = JsonNode.Parse(
            (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Errors", "Examples", $"{name}.json")))
            .Replace("{id}", id, StringComparison.Ordinal))!;
        var actual = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal("application/vnd.api+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)expected["errors"]![0]!["status"]!, (int)response.StatusCode);
        Assert.True(Guid.TryParse((string?)actual["errors"]![0]!["id"], out _));
        actual["errors"]![0]!.AsObject().Remove("id");
        Assert.True(JsonNode.DeepEquals(expected, actual), actual.ToJsonString());
    }
}
