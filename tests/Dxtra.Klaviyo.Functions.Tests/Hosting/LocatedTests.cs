namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class LocatedTests
{
    [Fact]
    public async Task Work_that_goes_on_is_answered_with_202_and_where_to_look()
    {
        var response = await Located.Accepted("controllers/did:dep:c0ffee/requests/7Z", new { Id = "7Z" }).WriteAsync();

        Assert.Equal(202, response.StatusCode);
        Assert.Equal("/api/controllers/did%3Adep%3Ac0ffee/requests/7Z", response.Headers.Location.ToString());
        Assert.Equal("7Z", response.Json()["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_was_made_is_answered_with_201() =>
        Assert.Equal(201, (await Located.Created("controllers/x", new { Id = 1 }).WriteAsync()).StatusCode);
}
