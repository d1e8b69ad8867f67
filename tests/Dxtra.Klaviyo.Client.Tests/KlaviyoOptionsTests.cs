using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Client.Tests;

public class KlaviyoOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.True(Validate(new KlaviyoOptions()).Succeeded);

    [Theory]
    [InlineData("ftp://a.klaviyo.com/")]
    [InlineData("https://user:word@a.klaviyo.com/")]
    [InlineData("https://a.klaviyo.com/?x=1")]
    [InlineData("https://a.klaviyo.com/#x")]
    [InlineData("/relative")]
    public void A_base_address_must_be_a_plain_web_address(string address)
    {
        var options = new KlaviyoOptions { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) };
        AssertRefused(options, nameof(KlaviyoOptions.BaseAddress));
    }

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("2026-07-15\nX-Other: 1")]
    public void A_revision_must_be_a_date(string revision) =>
        AssertRefused(new KlaviyoOptions { Revision = revision }, nameof(KlaviyoOptions.Revision));

    [Fact]
    public void Patience_has_limits()
    {
        AssertRefused(new KlaviyoOptions { AttemptTimeout = TimeSpan.Zero }, nameof(KlaviyoOptions.AttemptTimeout));
        AssertRefused(new KlaviyoOptions { MaxRetries = 50 }, nameof(KlaviyoOptions.MaxRetries));
        AssertRefused(new KlaviyoOptions { LongestWait = TimeSpan.FromHours(1) }, nameof(KlaviyoOptions.LongestWait));
    }

    [Fact]
    public void A_host_with_wrong_settings_does_not_start()
    {
        using var services = new ServiceCollection()
            .AddKlaviyoClient()
            .Configure<KlaviyoOptions>(options => options.Revision = "latest")
            .BuildServiceProvider();
        Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
    }

    private static ValidateOptionsResult Validate(KlaviyoOptions options) => new KlaviyoOptionsValidator().Validate(null, options);

    private static void AssertRefused(KlaviyoOptions options, string setting)
    {
        var result = Validate(options);
        Assert.True(result.Failed);
        Assert.Contains(setting, result.FailureMessage, StringComparison.Ordinal);
    }
}
