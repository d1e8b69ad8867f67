namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PreviewApprovalTests
{
    private static readonly FakePeople.Person Ada = new("01ADA", "ada@example.com") { EmailConsent = "SUBSCRIBED" };

    [Fact]
    public async Task The_only_profile_need_not_be_named_and_nothing_is_started()
    {
        await using var preview = await AskedAsync([DeletionScope.Profile], Ada);

        Assert.IsType<ChangeRequestResult.Changed>(await preview.ApproveAsync());

        Assert.True(preview.Deletion.IsApproved);
        Assert.Equal([0], preview.Deletion.Picked);
        Assert.Equal((RequestStatus.AwaitingApproval, 1), (preview.Request.Status, preview.Request.Run));
        var entry = Assert.Single(preview.Activity.Entries);
        Assert.Equal((ActivityType.DeletionApproved, PreviewFixture.Dpo, "1 of 1"), (entry.Type, entry.Actor, entry.Outcome));
    }

    [Fact]
    public async Task A_preview_that_is_not_the_latest_is_refused_and_the_latest_named()
    {
        await using var preview = await AskedAsync([DeletionScope.Profile], Ada);

        var refused = Assert.IsType<ChangeRequestResult.Refused>(await preview.ApproveAsync(hash: new('0', 64)));

        Assert.Equal((409, "urn:dxtra:klaviyo:preview-stale"), (refused.Problem.Status, refused.Problem.Type));
        Assert.Contains(preview.Deletion.Preview!.Hash, refused.Problem.Detail, StringComparison.Ordinal);
        Assert.Empty(preview.Deletion.Approvals);
        Assert.Empty(preview.Activity.Entries);
    }

    [Fact]
    public async Task The_second_approval_is_somebody_elses_of_the_same_profiles()
    {
        await using var preview = await AskedAsync([DeletionScope.Profile], Ada, new("02ADA", "Ada@example.com"), new("03ADA", "ADA@EXAMPLE.COM"));
        await preview.ApproveAsync(profiles: ["02ADA", "01ADA"]);
        Assert.False(preview.Deletion.IsApproved);

        var same = Assert.IsType<ChangeRequestResult.Refused>(await preview.ApproveAsync(profiles: ["01ADA", "02ADA"]));
        Assert.Equal((409, "urn:dxtra:klaviyo:another-person-needed"), (same.Problem.Status, same.Problem.Type));
        Assert.IsType<ChangeRequestResult.Invalid>(await preview.ApproveAsync(PreviewFixture.Other, profiles: ["01ADA"]));
        Assert.Single(preview.Deletion.Approvals);

        Assert.IsType<ChangeRequestResult.Changed>(await preview.ApproveAsync(PreviewFixture.Other, profiles: ["01ADA", "02ADA"]));
        Assert.True(preview.Deletion.IsApproved);
        Assert.Equal([0, 1], preview.Deletion.Picked);
        Assert.IsType<ChangeRequestResult.Refused>(await preview.ApproveAsync("third@shop.test", profiles: ["01ADA", "02ADA"]));
        Assert.Equal(["1 of 2", "2 of 2"], preview.Activity.Entries.Select(entry => entry.Outcome));
    }

    [Theory]
    [InlineData]
    [InlineData("09NOBODY")]
    [InlineData("01ADA", "09NOBODY")]
    public async Task One_of_several_has_to_be_named_and_has_to_be_shown(params string[] profiles)
    {
        await using var preview = await AskedAsync([DeletionScope.Profile], Ada, new("02ADA", "Ada@example.com"));
        Assert.IsType<ChangeRequestResult.Invalid>(await preview.ApproveAsync(profiles: profiles));
        Assert.Empty(preview.Deletion.Approvals);
    }

    [Fact]
    public async Task Profiles_that_share_an_address_which_is_to_be_unsubscribed_go_together()
    {
        await using var preview = await AskedAsync([DeletionScope.EmailLists], Ada, new("02ADA", "Ada@Example.com") { EmailConsent = "UNSUBSCRIBED" });

        Assert.IsType<ChangeRequestResult.Invalid>(await preview.ApproveAsync(profiles: ["02ADA"]));
        Assert.IsType<ChangeRequestResult.Invalid>(await preview.ApproveAsync(profiles: ["01ADA"]));
        Assert.IsType<ChangeRequestResult.Changed>(await preview.ApproveAsync(profiles: ["01ADA", "02ADA"]));
    }

    [Fact]
    public async Task Without_a_proven_identity_nothing_is_approved()
    {
        await using var preview = await AskedAsync([DeletionScope.Profile], Ada);
        await preview.ChangeAsync(request => request with { Deletion = request.Deletion! with { Identity = null } });

        var refused = Assert.IsType<ChangeRequestResult.Refused>(await preview.ApproveAsync());
        Assert.Equal((409, "urn:dxtra:klaviyo:identity-missing"), (refused.Problem.Status, refused.Problem.Type));
    }

    [Fact]
    public async Task A_hash_has_to_be_named()
    {
        await using var preview = await AskedAsync([DeletionScope.Profile], Ada);
        Assert.IsType<ChangeRequestResult.Invalid>(await preview.ApproveAsync(hash: ""));
    }

    [Fact]
    public async Task Only_what_waits_can_be_approved()
    {
        await using var preview = await AskedAsync([DeletionScope.Profile], Ada);
        foreach (var status in new[] { RequestStatus.Running, RequestStatus.Cancelled })
        {
            await preview.ChangeAsync(request => request with { Status = status });
            Assert.Equal(new ChangeRequestResult.NotNow(status), await preview.ApproveAsync());
        }
    }

    private static async Task<PreviewFixture> AskedAsync(DeletionScope[] scope, params FakePeople.Person[] people)
    {
        var preview = await PreviewFixture.CreateAsync(scope);
        preview.People.With(people);
        Assert.Equal(RequestResult.AwaitingApproval, await preview.BuildAsync());
        return preview;
    }
}
