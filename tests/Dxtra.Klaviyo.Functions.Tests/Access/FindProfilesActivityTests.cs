namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class FindProfilesActivityTests
{
    [Fact]
    public async Task A_profile_that_is_found_is_kept_with_the_request_and_history_learns_the_number()
    {
        await using var access = await AccessFixture.CreateAsync();

        Assert.Equal(new FindProfilesActivity.Output(1, null), await access.FindAsync());

        Assert.Equal(RequestStatus.Running, access.Request.Status);
        var found = Assert.Single(access.Request.Profiles!);
        Assert.Equal(("01ADA", "a***@e***.com"), (found.ProfileId, found.Masked));
        Assert.Equal(["email"], found.FoundBy);
    }

    [Fact]
    public async Task A_repeat_finds_the_same_and_moves_nothing()
    {
        await using var access = await AccessFixture.CreateAsync();
        await access.FindAsync();
        var before = access.Request;

        await access.FindAsync();

        Assert.Equivalent(before, access.Request, strict: true);
        Assert.Single(await access.Requests.ReadLogAsync(access.Work.ControllerDid, access.Work.RequestId, CancellationToken.None));
    }

    [Fact]
    public async Task Each_identifier_is_asked_for_and_a_profile_found_by_several_is_one()
    {
        await using var access = await AccessFixture.CreateAsync(new("Ada@Example.com", "+15005550006", "CUST \"1\"", "01ADA"));

        await access.FindAsync();

        Assert.Equal(["email", "phone", "externalId", "profileId"], Assert.Single(access.Request.Profiles!).FoundBy);
        var asked = access.Klaviyo.Asked.Select(Uri.UnescapeDataString).ToList();
        Assert.Contains(asked, call => call.Contains("""any(email,["Ada@Example.com","ada@example.com"])""", StringComparison.Ordinal));
        Assert.Contains(asked, call => call.Contains("""equals(phone_number,"+15005550006")""", StringComparison.Ordinal));
        Assert.Contains(asked, call => call.Contains("""equals(external_id,"CUST \"1\"")""", StringComparison.Ordinal));
        Assert.Contains("/api/profiles/01ADA", asked);
    }

    [Fact]
    public async Task Nobody_found_is_no_refusal()
    {
        await using var access = await AccessFixture.CreateAsync(new(null, null, null, "01NOBODY"));
        access.Klaviyo.Answers("/api/profiles/01NOBODY", "404-profile.json", 404);

        Assert.Equal(new FindProfilesActivity.Output(0, null), await access.FindAsync());

        Assert.Empty(access.Request.Profiles!);
    }

    [Theory]
    [InlineData("401-authentication-failed.json", 401, "AuthenticationFailed")]
    [InlineData("403-scope.json", 403, "MissingScope")]
    public async Task A_key_that_can_look_up_nobody_is_a_refusal(string answer, int status, string refusal)
    {
        await using var access = await AccessFixture.CreateAsync();
        access.Klaviyo.Answers("/api/profiles", answer, status);

        Assert.Equal(refusal, (await access.FindAsync()).Refusal?.ToString());
        Assert.Null(access.Request.Profiles);
    }

    [Fact]
    public async Task A_Klaviyo_that_does_not_answer_is_for_the_durable_retry_and_its_fault_names_nobody()
    {
        await using var access = await AccessFixture.CreateAsync();
        access.Klaviyo.AnswersText("/api/profiles", """{"errors":[{"detail":"ada@example.com"}]}""", 503);

        var fault = await Assert.ThrowsAsync<KlaviyoUnavailableException>(access.FindAsync);

        Assert.DoesNotContain("ada", fault.ToString().Replace("AccessFixture", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
