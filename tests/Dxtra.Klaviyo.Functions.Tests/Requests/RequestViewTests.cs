namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class RequestViewTests
{
    [Theory]
    [InlineData("Completed", true)]
    [InlineData("Running", false)]
    [InlineData("Failed", false)]
    public void An_export_says_until_when_it_can_be_had(string status, bool said)
    {
        var view = RequestView.Of(Some.Request(status: Enum.Parse<RequestStatus>(status)) with { ExpiresAt = Some.Now });

        Assert.Equal(said ? Some.Now : null, view.ExpiresAt);
    }

    [Fact]
    public void An_encrypted_export_says_so()
    {
        Assert.True(RequestView.Of(Some.Request() with { Encrypted = true }).Encrypted);
        Assert.False(RequestView.Of(Some.Request()).Encrypted);
    }
}
