namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class RecheckPictureActivityTests
{
    private static readonly FakePeople.Person Ada = new("01ADA", "ada@example.com", "+15005550006") { EmailConsent = "SUBSCRIBED" };

    [Fact]
    public async Task What_did_not_change_is_carried_out_as_it_was_approved()
    {
        await using var preview = await OrderedAsync(DeletionScope.EmailLists, DeletionScope.Profile);

        var first = await preview.RecheckAsync();

        Assert.True(first.Unchanged);
        Assert.Equal(
            [ErasureStep.Tombstone, ErasureStep.LeaveList, ErasureStep.UnsubscribeEmail, ErasureStep.Delete], first.Plan[0].Select(step => step.Step));
        Assert.Equivalent(first, await preview.RecheckAsync(), strict: true);
        Assert.Equal((RequestStatus.Running, 1), (preview.Request.Status, preview.Deletion.Preview!.Number));
    }

    [Fact]
    public async Task A_new_name_or_event_is_no_change()
    {
        await using var preview = await OrderedAsync(DeletionScope.EmailLists);
        preview.People.Without("01ADA").With(Ada with { FirstName = "Countess" });
        preview.Klaviyo.Answers("/api/events", "events.json");

        Assert.True((await preview.RecheckAsync()).Unchanged);
    }

    public static TheoryData<string, string> Changes => new()
    {
        { "list", "lists" }, { "consent", "consent" }, { "identifier", "identifiers" }, { "appeared", "profiles" }, { "merged", "profiles" }, { "use", "lists" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_changed_is_shown_and_has_to_be_approved_anew(string change, string kind)
    {
        await using var preview = await OrderedAsync(DeletionScope.EmailLists);
        var before = preview.Deletion.Preview!;
        Change(preview, change);

        var output = await preview.RecheckAsync();

        Assert.False(output.Unchanged);
        Assert.Empty(output.Plan);
        Assert.Equal((RequestStatus.AwaitingApproval, 2), (preview.Request.Status, preview.Deletion.Preview!.Number));
        Assert.NotEqual(before.Hash, preview.Deletion.Preview.Hash);
        Assert.Equal((0, null), (preview.Deletion.Approvals.Count, preview.Deletion.Execution));
        Assert.Contains(kind, Assert.Single(preview.Activity.Entries, entry => entry.Type == ActivityType.DeletionPictureChanged).Fields);
        Assert.Equal(preview.Deletion.Preview.Hash, preview.Shown().Text("hash"));

        Assert.False((await preview.RecheckAsync()).Unchanged);
        Assert.Equal(2, preview.Deletion.Preview.Number);
        Assert.Equal(1, preview.Activity.Entries.Count(entry => entry.Type == ActivityType.DeletionPictureChanged));
    }

    [Fact]
    public async Task A_profile_that_is_gone_is_left_for_the_deletion_to_find_gone()
    {
        await using var preview = await OrderedAsync(DeletionScope.EmailLists, DeletionScope.Profile);
        preview.People.Without("01ADA");

        var output = await preview.RecheckAsync();

        Assert.True(output.Unchanged);
        Assert.Equal([ErasureStep.Tombstone, ErasureStep.Delete], output.Plan[0].Select(step => step.Step));
    }

    [Fact]
    public async Task Once_something_is_done_the_approved_picture_is_carried_to_its_end_whatever_there_is_now()
    {
        await using var preview = await OrderedAsync(DeletionScope.EmailLists, DeletionScope.Profile);
        await preview.OrderAsync(started: true);
        preview.People.Without("01ADA").With(Ada with { Id = "02ADA" });
        var asked = preview.Klaviyo.Asked.Count;

        var output = await preview.RecheckAsync();

        Assert.True(output.Unchanged);
        Assert.Equal(4, output.Plan[0].Count);
        Assert.Equal(asked, preview.Klaviyo.Asked.Count);
    }

    [Fact]
    public async Task A_profile_that_was_not_approved_may_change_but_for_its_identifiers()
    {
        await using var preview = await PreviewFixture.CreateAsync(DeletionScope.Profile);
        preview.People.With(Ada, new("02BOB", "Ada@example.com"));
        await preview.BuildAsync();
        await preview.ApproveAsync(profiles: ["01ADA"]);
        await preview.ApproveAsync(PreviewFixture.Other, profiles: ["01ADA"]);
        await preview.OrderAsync();

        preview.On("02BOB", "L9");
        Assert.Equal([0], (await preview.RecheckAsync()).Plan.Keys);

        preview.People.Without("01ADA").Without("02BOB").With(new FakePeople.Person("02BOB", "Ada@example.com", "+15005550006"));
        Assert.False((await preview.RecheckAsync()).Unchanged);
    }

    [Fact]
    public async Task A_picture_that_is_not_the_approved_one_is_not_carried_out()
    {
        await using var preview = await OrderedAsync(DeletionScope.EmailLists);
        await preview.Pictures.WriteAsync(preview.Work, 1, new([Pictures.Of(1, "eve@example.com", null, (null, null, null), [])]), CancellationToken.None);

        Assert.False((await preview.RecheckAsync()).Unchanged);
        Assert.Equal(2, preview.Deletion.Preview!.Number);
    }

    [Fact]
    public async Task Work_of_an_earlier_run_does_nothing()
    {
        await using var preview = await OrderedAsync(DeletionScope.Profile);
        await preview.ChangeAsync(request => request with { Run = request.Run + 1 });
        Assert.False((await preview.RecheckAsync()).Unchanged);
        Assert.NotNull(preview.Deletion.Execution);
    }

    private static void Change(PreviewFixture preview, string change)
    {
        switch (change)
        {
            case "list":
                preview.On("01ADA", "L1", "L2");
                break;
            case "use":
                preview.Campaign("sms", "L1");
                break;
            case "consent":
                preview.People.Without("01ADA").With(Ada with { EmailConsent = "UNSUBSCRIBED" });
                break;
            case "identifier":
                preview.People.Without("01ADA").With(Ada with { Phone = "+15005550007" });
                break;
            case "appeared":
                preview.People.With(new FakePeople.Person("02ADA", "Ada@example.com"));
                break;
            default:
                // Taken in by a profile that only the approved one's phone number leads to.
                preview.People.Without("01ADA").With(new FakePeople.Person("02BOB", "bob@example.com", "+15005550006"));
                break;
        }
    }

    [Fact]
    public async Task A_key_that_Klaviyo_does_not_take_is_waited_for_and_an_endpoint_that_alone_refuses_it_is_told_apart()
    {
        await using var preview = await OrderedAsync(DeletionScope.Profile);
        preview.Klaviyo.Answers("/api/profiles", "401-authentication-failed.json", 401).Answers("/api/accounts", "401-authentication-failed.json", 401);

        var refused = await preview.RecheckAsync();

        Assert.Equal((false, WaitingFor.Key), (refused.Unchanged, refused.Refused));
        Assert.Equal((RequestStatus.Running, WaitingFor.Key), (preview.Request.Status, preview.Deletion.Waiting));
        Assert.Single(preview.Deletion.Approvals);

        preview.Klaviyo.Answers("/api/accounts", "accounts.json");
        Assert.Equal(WaitingFor.Klaviyo, (await preview.RecheckAsync()).Refused);
        Assert.Equal(WaitingFor.Klaviyo, preview.Deletion.Waiting);
    }

    private static async Task<PreviewFixture> OrderedAsync(params DeletionScope[] scope)
    {
        var preview = await PreviewFixture.CreateAsync(scope);
        preview.People.With(Ada);
        preview.On("01ADA", "L1");
        await preview.BuildAsync();
        Assert.IsType<ChangeRequestResult.Changed>(await preview.ApproveAsync());
        await preview.OrderAsync();
        return preview;
    }
}
