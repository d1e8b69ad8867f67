using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class AccessOptionsTests
{
    [Theory]
    [InlineData("Access:FirstPause", "00:00:00")]
    [InlineData("Access:FirstPause", "01:00:00")]
    [InlineData("Access:LaterLookDays", "soon")]
    [InlineData("Access:LaterLookDays", "7,0")]
    [InlineData("Access:LaterLookDays", "1,2,3,4,5,6")]
    [InlineData("Access:SharedReadLifetime", "1.00:00:00")]
    public void A_setting_that_makes_no_sense_stops_the_start(string name, string value) =>
        Assert.Throws<OptionsValidationException>(() => Bind((name, value)));

    [Theory]
    [InlineData("7,17")]
    [InlineData("3")]
    [InlineData("")]
    public void Days_are_numbers_with_commas_or_none(string days) => Assert.Equal(days, Bind(("Access:LaterLookDays", days)).LaterLookDays);

    private static AccessOptions Bind(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();
        return new ServiceCollection().AddAccess(configuration).BuildServiceProvider().GetRequiredService<IOptions<AccessOptions>>().Value;
    }
}
