using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class WebhooksOptionsTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("https://dxtra.example/", true)]
    [InlineData("http://127.0.0.1:7071/", true)]
    [InlineData("http://dxtra.example/", false)]
    [InlineData("https://user@dxtra.example/", false)]
    [InlineData("https://dxtra.example/?a=b", false)]
    public void The_public_address_is_https_but_on_this_machine(string? address, bool good) =>
        Assert.Equal(good, IsValid(new() { PublicBaseAddress = address is null ? null : new(address) }));

    [Fact]
    public void Klaviyos_repeats_of_two_days_are_fresh_enough_by_default() => Assert.True(new WebhooksOptions().Freshness > TimeSpan.FromHours(48));

    [Fact]
    public void Times_out_of_range_are_refused()
    {
        Assert.False(IsValid(new() { Freshness = TimeSpan.FromMinutes(1) }));
        Assert.False(IsValid(new() { KeepDays = 0 }));
    }

    private static bool IsValid(WebhooksOptions options) => Validator.TryValidateObject(options, new(options), [], validateAllProperties: true);
}
