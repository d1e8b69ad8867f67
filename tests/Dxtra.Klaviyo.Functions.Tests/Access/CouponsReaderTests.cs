using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class CouponsReaderTests : IAsyncLifetime
{
    private AccessFixture _access = null!;

    public async Task InitializeAsync()
    {
        _access = await AccessFixture.CreateAsync();
        await _access.FindAsync();
    }

    public async Task DisposeAsync() => await _access.DisposeAsync();

    [Fact]
    public async Task A_code_has_its_coupon_by_name_and_is_there_as_it_was_sent()
    {
        _access.Klaviyo.AnswersText("/api/coupon-codes", """
            {"data":[{"type":"coupon-code","id":"10OFF-X1","attributes":{"unique_code":"X1","status":"ASSIGNED_TO_PROFILE","expires_at":"2027-01-01T00:00:00+00:00","mood":"unknown to us"},
              "relationships":{"coupon":{"data":{"type":"coupon","id":"10OFF"}},"profile":{"data":{"type":"profile","id":"01ADA"}}}},
             {"type":"coupon-code","id":"GONE-X2","attributes":{"unique_code":"X2"},"relationships":{"coupon":{"data":{"type":"coupon","id":"GONE"}}}}],
             "included":[{"type":"coupon","id":"10OFF","attributes":{"external_id":"Ten percent","description":"For you"}}],"links":{"next":null}}
            """);

        var part = Assert.Single(await _access.GatherAsync(Reads.Coupons));

        Assert.Equal((Categories.CouponCodes, "get_coupon_codes", 2, null), (part.Category, part.Operation, part.Rows, part.Gap));
        var rows = _access.Exports.Text(ExportNames.Part(_access.Work, part.Files[0])).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["X1 ASSIGNED_TO_PROFILE Ten percent For you", "X2  GONE "], rows.Select(row => $"{row["code"]} {row["status"]} {row["coupon"]} {row["description"]}"));
        Assert.Equal("unknown to us", (string?)rows[0]["sent"]!["attributes"]!["mood"]);
        Assert.Contains(_access.Klaviyo.Asked, call => Uri.UnescapeDataString(call).Contains("\"01ADA\"", StringComparison.Ordinal) && call.StartsWith("/api/coupon-codes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("404-profile.json", 404, "NotOffered")]
    [InlineData("403-scope.json", 403, "MissingScope")]
    public async Task An_account_that_does_not_give_them_is_a_gap(string answer, int status, string gap)
    {
        _access.Klaviyo.Answers("/api/coupon-codes", answer, status);

        Assert.Equal(gap, Assert.Single(await _access.GatherAsync(Reads.Coupons)).Gap?.ToString());
    }
}
