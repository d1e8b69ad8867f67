namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class SubjectMaskTests
{
    [Theory]
    [InlineData("ada@example.com", "a***@e***.com")]
    [InlineData("ada@sub.example.co.uk", "a***@s***.uk")]
    [InlineData("a@b.c", "a***@b***.c")]
    [InlineData("not an address", "***")]
    [InlineData("@example.com", "***")]
    [InlineData("a.b@", "***")]
    [InlineData("ada@localhost", "***")]
    [InlineData("", "***")]
    public void An_email_address_keeps_two_letters_and_its_end(string email, string masked) => Assert.Equal(masked, SubjectMask.Email(email));

    [Theory]
    [InlineData(null, "+15551234567", null, null, "***67")]
    [InlineData(null, null, "CUST-0001", null, "***01")]
    [InlineData(null, null, "1234", null, "***")]
    [InlineData(null, null, null, "01GDDKASAP8TKDDA2GRZDSVP4H", "***VP4H")]
    [InlineData(null, null, null, "01GDDKAS", "***")]
    [InlineData("ada@example.com", "+15551234567", "CUST-0001", "01GDDKASAP", "a***@e***.com")]
    [InlineData(null, null, null, null, "")]
    public void The_first_identifier_is_shown_by_its_end(string? email, string? phone, string? externalId, string? profileId, string masked) =>
        Assert.Equal(masked, SubjectMask.Of(new(email, phone, externalId, profileId)));
}
