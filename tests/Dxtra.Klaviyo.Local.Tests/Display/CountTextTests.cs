using Dxtra.Klaviyo.Local.Demo;
using Dxtra.Klaviyo.Local.Display;

namespace Dxtra.Klaviyo.Local.Tests.Display;

public sealed class CountTextTests
{
    [Theory]
    [InlineData(0, null, "Gathering")]
    [InlineData(1_200, null, "Gathering, 1,200")]
    [InlineData(0, 4L, "Gathering, 0 of 4")]
    [InlineData(1_200, 4_000L, "Gathering, 1,200 of 4,000")]
    public void Progress_is_told_in_words(long done, long? total, string text) => Assert.Equal(text, CountText.Of("Gathering", done, total));

    [Theory]
    [InlineData("findingProfiles", "Finding profiles")]
    [InlineData("gathering", "Gathering")]
    [InlineData("", "")]
    public void A_step_of_the_contract_becomes_a_phrase(string step, string text) => Assert.Equal(text, RequestFollower.StepText(step));
}
