using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class BuildPreviewActivityTests
{
    private static readonly FakePeople.Person Ada = new("01ADA", "ada@example.com", "+15005550006", "CUST-0001")
    {
        FirstName = "Ada",
        EmailConsent = "SUBSCRIBED",
        SmsConsent = "UNSUBSCRIBED",
    };

    [Fact]
    public async Task What_is_found_is_shown_and_the_request_waits_for_one_approval()
    {
        await using var preview = await PreviewFixture.CreateAsync(DeletionScope.EmailLists, DeletionScope.Profile);
        preview.People.With(Ada);
        preview.On("01ADA", "L1", "L2");
        preview.Campaign("sms", "L2");

        Assert.Equal(RequestResult.AwaitingApproval, await preview.BuildAsync());

        Assert.Equal(RequestStatus.AwaitingApproval, preview.Request.Status);
        Assert.Equal("01ADA", Assert.Single(preview.Request.Profiles!).ProfileId);
        var stamp = preview.Deletion.Preview!;
        Assert.Equal((1, 1, Some.Now), (stamp.Number, stamp.ApprovalsNeeded, stamp.At));
        var shown = preview.Shown();
        Assert.Equal(stamp.Hash, shown.Text("hash"));
        var profile = shown.Member("profiles")!.Value[0];
        Assert.Equal(["tombstone", "leaveList", "unsubscribeEmail", "delete"], profile.Member("plan").Items().Select(step => step.Text("step")));
        Assert.Equal("It is taken off the list “Name of L1”.", profile.Member("plan")!.Value[1].Text("text"));
        Assert.Equal(["True", "False"], profile.Member("lists").Items().Select(list => list.GetProperty("leaves").ToString()));
        Assert.Equal(["events", "recipientRecords", "deletedProfiles"], profile.Member("stays").Items().Select(stay => stay.Text("what")));
        Assert.Equal("A***", profile.Text("name"));
        Assert.Equal("2", profile.Member("counts").Text("lists"));
        Assert.Equal(["data-privacy:write", "lists:write", "profiles:write", "subscriptions:write"], shown.Member("missingScopes").Items().Select(scope => scope.Text("scope")));
        Assert.All(shown.Member("missingScopes").Items(), scope => Assert.Equal("unknown", scope.Text("state")));
    }

    [Fact]
    public async Task Nothing_of_the_person_is_clear_in_what_is_shown_or_stored()
    {
        await using var preview = await PreviewFixture.CreateAsync(DeletionScope.Profile);
        preview.People.With(Ada);

        await preview.BuildAsync();

        Assert.All(preview.Files.Files, file => Assert.DoesNotMatch("ada@|example\\.com|5005550006|CUST-0001|\"Ada\"", System.Text.Encoding.UTF8.GetString(file.Value)));
        Assert.DoesNotContain("ada@example.com", JsonSerializer.Serialize(preview.Request), StringComparison.Ordinal);
        Assert.Equal("ada@example.com", (await preview.Pictures.ReadAsync(preview.Work, 1, CancellationToken.None)).Profiles[0].Identity.Email);
    }

    [Fact]
    public async Task Several_profiles_take_two_approvals_and_say_why_and_what_they_share()
    {
        await using var preview = await PreviewFixture.OfAsync(new("ada@example.com", "+15005550006", null, null), DeletionScope.EmailLists);
        preview.People.With(Ada with { Phone = null }, new("02ADA", "Ada@Example.com") { FirstName = "Augusta" }, new("03ADA", null, "+15005550006"));

        await preview.BuildAsync();

        Assert.Equal(2, preview.Deletion.Preview!.ApprovalsNeeded);
        var shown = preview.Shown();
        Assert.Equal(["01ADA", "02ADA", "03ADA"], shown.Member("profiles").Items().Select(profile => profile.Text("profileId")));
        Assert.Equal(["True", "True", "False"], shown.Member("profiles").Items().Select(profile => profile.GetProperty("nameDiffers").ToString()));
        Assert.Equal("More than one profile was found.", shown.Member("approvalsNeeded").Member("reasons")!.Value[0].ToString());
        var shared = Assert.Single(shown.Member("sharedIdentifiers").Items());
        Assert.Equal(("email", "a***@e***.com", "True"), (shared.Text("identifier"), shared.Text("masked"), shared.GetProperty("together").ToString()));
        Assert.Equal(["01ADA", "02ADA"], shared.Member("profiles").Items().Select(id => id.ToString()));
        Assert.Equal(3, shown.Member("warnings").Items().Count());
    }

    [Fact]
    public async Task An_identifier_that_disagrees_takes_two_approvals()
    {
        await using var preview = await PreviewFixture.OfAsync(new("ada@example.com", "+15005559999", null, null), DeletionScope.Profile);
        preview.People.With(Ada);

        await preview.BuildAsync();

        Assert.Equal(2, preview.Deletion.Preview!.ApprovalsNeeded);
        Assert.Equal(["phone"], Assert.Single(preview.Request.Profiles!).DiffersIn);
    }

    [Fact]
    public async Task Nobody_found_is_the_outcome_and_the_request_ends_when_that_is_certified()
    {
        await using var preview = await PreviewFixture.CreateAsync(DeletionScope.Profile);

        Assert.Equal(RequestResult.NoSuchProfile, await preview.BuildAsync());
        Assert.Equal(RequestResult.NoSuchProfile, await preview.BuildAsync());

        Assert.Equal((RequestStatus.Running, RequestResult.NoSuchProfile), (preview.Request.Status, preview.Request.Outcome!.Result));
        Assert.Empty(preview.Files.Files);
    }

    [Fact]
    public async Task A_repeat_changes_nothing_and_one_after_a_crash_has_the_same_number()
    {
        await using var preview = await PreviewFixture.CreateAsync(DeletionScope.Profile);
        preview.People.With(Ada);
        await preview.BuildAsync();
        var (first, asked) = (preview.Request, preview.Klaviyo.Asked.Count);

        Assert.Equal(RequestResult.AwaitingApproval, await preview.BuildAsync());
        Assert.Equal(asked, preview.Klaviyo.Asked.Count);

        preview.Requests = new(first with { Status = RequestStatus.Running, Profiles = null, Deletion = first.Deletion! with { Preview = null } });
        Assert.Equal(RequestResult.AwaitingApproval, await preview.BuildAsync());
        Assert.Equal(first.Deletion.Preview, preview.Deletion.Preview);
        Assert.Equal(2, preview.Files.Files.Count);
    }

    [Theory]
    [InlineData("Cancelled", 1)]
    [InlineData("Running", 2)]
    public async Task Work_that_nobody_waits_for_any_more_shows_nothing(string status, int run)
    {
        await using var preview = await PreviewFixture.CreateAsync(DeletionScope.Profile);
        preview.People.With(Ada);
        await preview.ChangeAsync(request => request with { Status = Enum.Parse<RequestStatus>(status), Run = run });

        Assert.Equal(RequestResult.Cancelled, await preview.BuildAsync(preview.Work with { Run = 1 }));

        Assert.Null(preview.Deletion.Preview);
    }

    [Theory]
    [InlineData("401-authentication-failed.json", 401, "AuthenticationFailed")]
    [InlineData("403-scope.json", 403, "MissingScope")]
    public async Task A_key_that_can_look_up_nobody_is_a_refusal_and_changes_nothing(string answer, int status, string refusal)
    {
        await using var preview = await PreviewFixture.CreateAsync(DeletionScope.Profile);
        preview.Klaviyo.Answers("/api/profiles", answer, status);

        Assert.Equal(refusal, $"{await preview.BuildAsync()}");
        Assert.Equal(RequestStatus.Running, preview.Request.Status);
    }

    [Fact]
    public async Task What_the_key_may_not_see_is_said_and_lists_are_taken_to_serve_everything()
    {
        await using var preview = await PreviewFixture.CreateAsync(DeletionScope.EmailLists);
        preview.People.With(Ada);
        preview.On("01ADA", "L1");
        foreach (var path in new[] { "/api/campaigns", "/api/flows", "/api/events", "/api/coupon-codes", "/api/profiles/01ADA/segments" })
            preview.Klaviyo.Answers(path, "403-scope.json", StatusCodes.Status403Forbidden);

        Assert.Equal(RequestResult.AwaitingApproval, await preview.BuildAsync());

        var profile = preview.Shown().Member("profiles")!.Value[0];
        Assert.Equal(["email", "sms", "other"], profile.Member("lists")!.Value[0].Member("serves").Items().Select(channel => channel.ToString()));
        Assert.Null(profile.Member("counts").Member("events"));
        Assert.Equal(
            ["campaigns:read", "segments:read", "events:read"],
            preview.Shown().Member("missingScopes").Items().Where(scope => scope.Text("state") == "missing").Select(scope => scope.Text("scope")));
    }

    [Fact]
    public async Task A_person_of_a_thousand_events_costs_about_ten_calls()
    {
        await using var preview = await PreviewFixture.CreateAsync(DeletionScope.EmailLists, DeletionScope.SmsLists, DeletionScope.Profile);
        preview.People.With(Ada);
        preview.On("01ADA", "L1");
        preview.Klaviyo.Answers("/api/events", _ => Results.Text(Thousand(), "application/vnd.api+json"));
        preview.Klaviyo.AnswersText("/api/flows", """{"data":[{"type":"flow","id":"F1","attributes":{"name":"Welcome","status":"live"}}]}""");

        await preview.BuildAsync();

        var profile = preview.Shown().Member("profiles")!.Value[0];
        Assert.Equal("1000", profile.Member("counts").Text("events"));
        Assert.Equal(("F1", "Welcome"), (profile.Member("activeFlows")!.Value[0].Text("id"), profile.Member("activeFlows")!.Value[0].Text("name")));
        Assert.Equal(("19.5", "EUR"), (profile.Member("lastOrder").Text("value"), profile.Member("lastOrder").Text("currency")));
        Assert.InRange(preview.Klaviyo.Asked.Count, 1, 11);
    }

    /// <summary>Events of the last weeks, one an order, each credited to a flow.</summary>
    private static string Thousand() => JsonSerializer.Serialize(new
    {
        data = Enumerable.Range(0, 1_000).Select(number => new
        {
            type = "event",
            id = $"E{number}",
            attributes = new { datetime = Some.Now.AddHours(-number), event_properties = new Dictionary<string, object> { ["$value"] = 19.5, ["$value_currency"] = "EUR" } },
            relationships = new
            {
                metric = new { data = new { type = "metric", id = number == 7 ? "M1" : "M2" } },
                attributions = new { data = new[] { new { type = "attribution", id = "A1" } } },
            },
        }),
        included = new object[]
        {
            new { type = "metric", id = "M1", attributes = new { name = "Placed Order" } },
            new { type = "metric", id = "M2", attributes = new { name = "Opened Email" } },
            new { type = "attribution", id = "A1", relationships = new { flow = new { data = new { type = "flow", id = "F1" } } } },
        },
    });
}
