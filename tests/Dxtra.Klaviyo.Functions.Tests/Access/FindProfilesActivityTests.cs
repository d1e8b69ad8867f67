namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class FindProfilesActivityTests
{
    [Fact]
    public async Task A_profile_that_is_found_is_kept_with_the_request_and_history_learns_the_number()
    {
        await using var access = await AccessFixture.CreateAsync();

        var output = await access.FindAsync();

        Assert.Equal((1, null), (output.Profiles, output.Ended));
        Assert.Equal(Reads.CategoriesOf(Reads.Profile), output.Parts.Select(part => part.Category));

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
        Assert.Contains(asked, call => call.Contains("""any(email,["Ada@Example.com","Ada@example.com",""", StringComparison.Ordinal) && call.Contains("\"ada@example.com\"", StringComparison.Ordinal));
        Assert.Contains(asked, call => call.Contains("""equals(phone_number,"+15005550006")""", StringComparison.Ordinal));
        Assert.Contains(asked, call => call.Contains("""equals(external_id,"CUST \"1\"")""", StringComparison.Ordinal));
        Assert.Contains(asked, call => call.Contains("""equals(id,"01ADA")""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_found_is_no_refusal()
    {
        await using var access = await AccessFixture.CreateAsync(new(null, null, null, "01NOBODY"));
        access.Klaviyo.AnswersText("/api/profiles", """{"data":[],"links":{"next":null}}""");

        Assert.Equal((0, null), await access.FindAsync() is var output ? (output.Profiles, output.Ended) : default);

        Assert.Empty(access.Request.Profiles!);
    }

    [Theory]
    [InlineData("401-authentication-failed.json", 401, "AuthenticationFailed")]
    [InlineData("403-scope.json", 403, "MissingScope")]
    public async Task A_key_that_can_look_up_nobody_is_a_refusal(string answer, int status, string refusal)
    {
        await using var access = await AccessFixture.CreateAsync();
        access.Klaviyo.Answers("/api/profiles", answer, status);

        Assert.Equal(refusal, (await access.FindAsync()).Ended?.ToString());
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

    [Fact]
    public async Task More_than_one_match_waits_for_the_caller_and_reads_nothing_of_them()
    {
        await using var access = await AccessFixture.CreateAsync();
        access.Klaviyo.AnswersText("/api/profiles", """{"data":[{"type":"profile","id":"01ADA","attributes":{"email":"ada@example.com"}},{"type":"profile","id":"02ADA","attributes":{"email":"Ada@example.com"}}]}""");

        Assert.Equal(RequestResult.AwaitingApproval, (await access.FindAsync()).Ended);

        Assert.Equal(RequestStatus.AwaitingApproval, access.Request.Status);
        Assert.Equal(["01ADA", "02ADA"], access.Request.Profiles!.Select(profile => profile.ProfileId));
        Assert.Empty(access.Exports.Blobs);
    }

    [Theory]
    [InlineData("+15005559999", null, "phone")]
    [InlineData(null, "CUST-0002", "externalId")]
    public async Task A_profile_that_has_another_identifier_than_was_given_waits_for_the_caller(string? phone, string? externalId, string differs)
    {
        await using var access = await AccessFixture.CreateAsync(new("ada@example.com", phone, externalId, null));

        Assert.Equal(RequestResult.AwaitingApproval, (await access.FindAsync()).Ended);

        Assert.Equal([differs], Assert.Single(access.Request.Profiles!).DiffersIn);
    }

    [Fact]
    public async Task Profiles_that_were_picked_are_read_anew_by_their_ids_and_one_that_is_gone_says_so()
    {
        await using var access = await AccessFixture.CreateAsync();
        await access.Requests.UpdateAsync(access.Work.ControllerDid, access.Work.RequestId, "x", request => request with
        {
            Picked = true,
            Profiles = [new("01ADA", "a***", ["email"], []), new("09GONE", "b***", ["phone"], [])],
        }, CancellationToken.None);

        var output = await access.FindAsync();

        Assert.Equal((2, null), (output.Profiles, output.Ended));
        Assert.Contains(access.Klaviyo.Asked, call => Uri.UnescapeDataString(call).Contains("""any(id,["01ADA","09GONE"])""", StringComparison.Ordinal));
        Assert.All(output.Parts, part => Assert.Equal(part.Profile == 1 ? GapReason.ProfileGone : (GapReason?)null, part.Gap));
    }

    [Fact]
    public async Task A_key_that_may_not_see_what_comes_beside_a_profile_still_sees_the_profile()
    {
        await using var access = await AccessFixture.CreateAsync();
        access.Klaviyo.Answers("/api/profiles", call => Microsoft.AspNetCore.Http.Results.Text(
            Examples.Read(call.Query.ContainsKey("include") ? "klaviyo/403-scope.json" : "klaviyo/profiles.json"), "application/vnd.api+json",
            statusCode: call.Query.ContainsKey("include") ? 403 : 200));

        var output = await access.FindAsync();

        Assert.Equal((1, null), (output.Profiles, output.Ended));
        Assert.Equal(["pushTokens", "conversations"], output.Parts.Where(part => part.Gap == GapReason.MissingScope).Select(part => part.Category));
    }
}
