namespace Dxtra.Klaviyo.Journeys.Deletion;

/// <summary>A Klaviyo that lies, refuses, merges and brings people back: the request never says more than was seen.</summary>
[Collection(DeletionJourneys.Name)]
public sealed class FaultTests(DeletionFixture fixture) : IClassFixture<DeletionFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    public Task InitializeAsync() => fixture.BehaveAsync();

    public Task DisposeAsync() => fixture.BehaveAsync();

    [Fact]
    public async Task An_order_that_Klaviyo_takes_and_never_carries_out_is_not_confirmed()
    {
        await PersonAsync("liar@customers.test");
        await fixture.Control.FaultsAsync(new { kind = "ignored", operation = "request_profile_deletion" });

        var over = await fixture.Journey.WalkAsync(new { email = "liar@customers.test" }, "profile");

        Assert.Equal("partial", DeletionJourney.ResultOf(over));
        Assert.Equal(["unconfirmed"], DeletionJourney.OutcomesOf(over));
    }

    [Fact]
    public async Task A_profile_that_goes_into_another_one_is_not_called_deleted()
    {
        var lost = await PersonAsync("lost.one@customers.test");
        var survivor = await fixture.Control.CreateAsync(new { attributes = new { external_id = "the-survivor" } });
        await fixture.Control.HappenAsync(new { operation = "request_profile_deletion", afterCalls = 0, merge = new { source = lost, into = survivor } });

        var over = await fixture.Journey.WalkAsync(new { email = "lost.one@customers.test" }, "profile");

        Assert.Equal("partial", DeletionJourney.ResultOf(over));
        Assert.Equal(["merged"], DeletionJourney.OutcomesOf(over));
        Assert.True(await fixture.Control.ExistsAsync(survivor));
    }

    [Fact]
    public async Task A_merge_between_the_answer_and_the_deletion_is_not_called_deleted_either()
    {
        var lost = await PersonAsync("late.merge@customers.test");
        var survivor = await fixture.Control.CreateAsync(new { attributes = new { external_id = "the-late-survivor" } });
        await fixture.Control.HappenAsync(
            new { operation = "request_profile_deletion", afterCalls = 0, beforeEffect = true, merge = new { source = lost, into = survivor } });

        var over = await fixture.Journey.WalkAsync(new { email = "late.merge@customers.test" }, "profile");

        Assert.Equal(["merged"], DeletionJourney.OutcomesOf(over));
        Assert.True(await fixture.Control.ExistsAsync(survivor));
    }

    [Fact]
    public async Task A_profile_that_Klaviyo_denies_and_still_has_is_not_called_gone()
    {
        var id = await PersonAsync("denied@customers.test");
        await fixture.Control.FaultsAsync(new { kind = "denied", operation = "request_profile_deletion" });

        var over = await fixture.Journey.WalkAsync(new { email = "denied@customers.test" }, "profile");

        Assert.Equal("partial", DeletionJourney.ResultOf(over));
        Assert.DoesNotContain(DeletionJourney.OutcomesOf(over), outcome => outcome is "confirmed" or "noSuchProfile");
        Assert.True(await fixture.Control.ExistsAsync(id));
    }

    [Fact]
    public async Task Somebody_who_is_brought_back_before_it_is_confirmed_is_not_confirmed()
    {
        await PersonAsync("brought.back@customers.test");
        await fixture.Control.FaultsAsync(
            new { kind = "returned", operation = "request_profile_deletion", milliseconds = 1_400, by = "event", times = 1 });

        var over = await fixture.Journey.WalkAsync(new { email = "brought.back@customers.test" }, "profile");

        Assert.Equal(["unconfirmed"], DeletionJourney.OutcomesOf(over));
        Assert.Equal("confirmation", over["deletion"]!["reappearance"]!["seenBy"]!.GetValue<string>());
        Assert.Contains("retry", over["deletion"]!["offers"]!.AsArray().Select(offer => offer!.GetValue<string>()));
    }

    [Fact]
    public async Task The_endpoint_alone_refuses_the_key_for_a_while_and_then_takes_it()
    {
        await PersonAsync("incident@customers.test");
        await fixture.Control.FaultsAsync(new { kind = "unauthorized", operation = "request_profile_deletion", times = 3 });

        var id = await fixture.Journey.OrderAsync(new { email = "incident@customers.test" }, "profile");
        await fixture.Journey.UntilAsync(id, request => DeletionJourney.StepOf(request) == "waitingForKlaviyo", "Waiting for Klaviyo", Long);
        var over = await fixture.Journey.EndAsync(id);

        Assert.Equal(["confirmed"], DeletionJourney.OutcomesOf(over));
        Assert.Equal("active", await fixture.Journey.StatusOfProcessorAsync());
    }

    [Fact]
    public async Task A_key_that_is_revoked_in_the_middle_is_waited_for()
    {
        await PersonAsync("revoked@customers.test");
        await fixture.Control.FaultsAsync(
            new { kind = "unauthorized", operation = "request_profile_deletion" }, new { kind = "unauthorized", operation = "get_accounts" });

        var id = await fixture.Journey.OrderAsync(new { email = "revoked@customers.test" }, "profile");
        // The step is the orchestration's word and the reason the request's: one may be a moment ahead of the other.
        var waiting = await fixture.Journey.UntilAsync(
            id, request => (DeletionJourney.StepOf(request), request["deletion"]!["waiting"]?.GetValue<string>()) == ("waitingForKey", "key"),
            "Waiting for the key", Long);
        Assert.Equal("running", DeletionJourney.StatusOf(waiting));
        await fixture.Control.FaultsAsync();

        Assert.Equal(["confirmed"], DeletionJourney.OutcomesOf(await fixture.Journey.EndAsync(id)));
    }

    [Fact]
    public async Task Somebody_who_comes_back_is_noticed_and_can_be_deleted_again()
    {
        const string email = "comes.back@customers.test";
        await PersonAsync(email);
        var id = await fixture.Journey.OrderAsync(new { email }, "profile");
        Assert.Equal(["confirmed"], DeletionJourney.OutcomesOf(await fixture.Journey.EndAsync(id)));

        var again = await PersonAsync(email);
        using (var access = new Access.AccessJourney(fixture.Installation, fixture.ProcessorId))
            await access.CompleteAsync(await access.PostAsync(email));
        var alert = await fixture.Journey.UntilAsync(id, request => request["deletion"]!["reappearance"] is not null, "The alert", TimeSpan.FromSeconds(120));
        Assert.Equal("Viewed Page", alert["deletion"]!["reappearance"]!["cause"]!.GetValue<string>());

        var retry = await fixture.Journey.PostAsync(id, "retry");
        Assert.True((int)retry.Status == 202, retry.Body?.ToJsonString());
        await fixture.Journey.ApproveAndExecuteAsync(id);
        Assert.Equal(["confirmed"], DeletionJourney.OutcomesOf(await fixture.Journey.EndAsync(id)));
        Assert.False(await fixture.Control.ExistsAsync(again));
    }

    [Fact]
    public async Task Two_profiles_take_two_people_and_both_go()
    {
        var one = await PersonAsync("two.of@customers.test");
        var other = await PersonAsync("Two.Of@customers.test");

        var over = await fixture.Journey.WalkAsync(new { email = "two.of@customers.test" }, "profile", "emailLists");

        Assert.Equal(["confirmed", "confirmed"], DeletionJourney.OutcomesOf(over));
        Assert.False(await fixture.Control.ExistsAsync(one) || await fixture.Control.ExistsAsync(other));
    }

    [Fact]
    public async Task A_picture_that_changes_after_the_approval_is_asked_about_again()
    {
        var id = await PersonAsync("changes@customers.test");
        var request = await fixture.Journey.AskAsync(new { email = "changes@customers.test" }, "profile");
        await fixture.Journey.ProveAsync(request);
        var preview = await fixture.Journey.PreviewAsync(request);
        await fixture.Journey.ApproveAsync(request, preview);
        var twin = await PersonAsync("Changes@customers.test");
        await fixture.Journey.ExecuteAsync(request, preview);

        var asked = await fixture.Journey.UntilAsync(
            request, now => now["deletion"]!["preview"]!["number"]!.GetValue<int>() == 2 && DeletionJourney.StatusOf(now) == "awaitingApproval", "Another preview", Long);

        Assert.Empty(asked["deletion"]!["approvals"]!.AsArray());
        Assert.True(await fixture.Control.ExistsAsync(id) && await fixture.Control.ExistsAsync(twin));
        Assert.Equal(409, (int)(await fixture.Journey.ExecuteAsync(request, preview)).Status);
        Assert.Equal(200, (int)(await fixture.Journey.PostAsync(request, "cancel")).Status);
    }

    [Fact]
    public async Task Nobody_found_is_said_and_certified()
    {
        var request = await fixture.Journey.AskAsync(new { email = "nobody@customers.test" }, "profile");
        await fixture.Journey.ProveAsync(request);

        var over = await fixture.Journey.EndAsync(request);

        Assert.Equal(("completed", "noSuchProfile"), (DeletionJourney.StatusOf(over), DeletionJourney.ResultOf(over)));
        Assert.NotEmpty(await fixture.Journey.CertificateAsync(request));
    }

    private async Task<string> PersonAsync(string email)
    {
        var id = await fixture.Control.CreateAsync(new
        {
            attributes = new { email },
            consent = new { email = "SUBSCRIBED" },
            lists = new[] { "Newsletter" },
        });
        await fixture.Control.AddEventsAsync(id, new { metric = "Viewed Page" });
        return id;
    }
}
