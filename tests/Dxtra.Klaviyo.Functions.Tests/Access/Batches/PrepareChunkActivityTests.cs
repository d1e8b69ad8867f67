using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PrepareChunkActivityTests
{
    private static readonly SubjectIdentity Bob = new("bob@example.com", null, null, null);
    private static readonly SubjectIdentity Cy = new(null, "+15005550006", null, null);

    [Fact]
    public async Task What_Klaviyo_gives_for_many_is_read_at_once_and_only_the_history_is_left()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada, Bob);
        batch.People.With(new("01ADA", "ada@example.com"), new("01BOB", "Bob@Example.com"));
        batch.People.WithGroup(batch.Klaviyo, "lists", "L1", "01ADA").WithGroup(batch.Klaviyo, "segments", "S1", "01ADA", "01BOB");

        Assert.Equal(2, await batch.PrepareAsync());

        Assert.All([0, 1], line => Assert.Equal((RequestStatus.Running, 1), (batch.Request(line).Status, batch.Request(line).Profiles!.Count)));
        Assert.Equal(["email"], batch.Request(1).Profiles![0].FoundBy);
        var run = await batch.StartRun.RunAsync(new(batch.Work(1)), CancellationToken.None);
        Assert.Equal([new MissingRead(0, Reads.History)], run.Missing!);
        Assert.Equal([("lists", 0), ("segments", 1)], (await batch.PreparedAsync(1)).Where(part => Reads.Of(part.Category) == Reads.Groups).Select(part => (part.Category, part.Rows)).Order());
    }

    [Fact]
    public async Task A_hundred_people_take_no_call_each()
    {
        var subjects = Enumerable.Range(0, 100).Select(number => new SubjectIdentity($"p{number:d3}@example.com", null, null, null)).ToArray();
        await using var batch = await BatchFixture.CreateAsync(subjects);
        batch.People.With(subjects.Select((subject, number) => new FakePeople.Person($"01P{number:d3}", subject.Email)));
        batch.People.WithGroup(batch.Klaviyo, "lists", "L1", "01P007").WithGroup(batch.Klaviyo, "lists", "L2").WithGroup(batch.Klaviyo, "segments", "S1", "01P007");

        Assert.Equal(100, await batch.PrepareAsync());

        Assert.Single(batch.Calls("/api/lists/L1/profiles"));
        Assert.Single(batch.Calls("/api/lists/L2/profiles"));
        Assert.Single(batch.Calls("/api/segments/S1/profiles"));
        Assert.Single(batch.Calls("/api/coupon-codes"));
        Assert.Single(batch.Calls("/api/profiles"), call => call.Contains("predictive_analytics", StringComparison.Ordinal));
        // Each address is asked for in some spellings, a hundred of them a call.
        Assert.InRange(batch.Calls("/api/profiles").Count, 2, 20);
        Assert.DoesNotContain(batch.Klaviyo.Asked, call => call.StartsWith("/api/profiles/", StringComparison.Ordinal) || call.StartsWith("/api/events", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_of_a_list_is_what_reading_the_person_alone_gives()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada, Cy);
        batch.People.With(new("01ADA", "Ada@Example.COM"), new("01CY", Phone: "+15005550006"));
        batch.People.WithGroup(batch.Klaviyo, "lists", "L1", "01ADA", "01CY").WithGroup(batch.Klaviyo, "lists", "L2", "01CY");
        await batch.PrepareAsync();
        batch.Klaviyo.AnswersText("/api/profiles/01CY", """
            {"data":{"type":"profile","id":"01CY","attributes":{"phone_number":"+15005550006"}},"included":[
             {"type":"list","id":"L1","attributes":{"name":"Name of L1"}},{"type":"list","id":"L2","attributes":{"name":"Name of L2"}}]}
            """);
        var together = batch.Exports.Text(ExportNames.Part(batch.Work(1), ExportNames.PartFile(0, Categories.Lists)));

        var alone = new PartReading(batch.Work(1), 0, new("01CY", null, "+15005550006", null), batch.Klaviyo.Client, new(batch.Exports), Some.Now);
        await new GroupsReader().ReadAsync(alone, CancellationToken.None);

        Assert.Equal(batch.Exports.Text(ExportNames.Part(batch.Work(1), ExportNames.PartFile(0, Categories.Lists))), together);
        Assert.Equal(["L1", "L2"], together.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => JsonNode.Parse(row)!["id"]!.GetValue<string>()));
        Assert.Equal(1, (await batch.PreparedAsync(0)).Single(part => part.Category == Categories.Lists).Rows);
    }

    [Fact]
    public async Task Two_requests_that_lead_to_one_profile_each_have_its_rows_once()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada, new(null, null, null, "01ADA"));
        batch.People.With(new FakePeople.Person("01ADA", "ada@example.com"));
        batch.People.WithGroup(batch.Klaviyo, "lists", "L1", "01ADA");
        batch.Klaviyo.AnswersText("/api/metrics", """{"data":[{"type":"metric","id":"M1","attributes":{"name":"Submitted Review"}}]}""");
        batch.Klaviyo.AnswersText("/api/reviews", """{"data":[{"type":"review","id":"1","attributes":{"email":"ADA@example.com"}},{"type":"review","id":"2","attributes":{"email":"bob@example.com"}}]}""");

        Assert.Equal(2, await batch.PrepareAsync());

        foreach (var line in new[] { 0, 1 })
        {
            var parts = await batch.PreparedAsync(line);
            Assert.Equal((1, 1), (parts.Single(part => part.Category == Categories.Lists).Rows, parts.Single(part => part.Category == Categories.Reviews).Rows));
        }
    }

    [Fact]
    public async Task Records_of_custom_objects_are_looked_through_once_for_all()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada, Bob);
        batch.People.With(new("01ADA", "ada@example.com"), new("01BOB", "bob@example.com"));
        batch.Klaviyo.AnswersText("/api/object-types", """{"data":[{"type":"object-type","id":"T1","attributes":{"title":"Pets"}}]}""");
        batch.Klaviyo.AnswersText("/api/object-types/T1/object-records", """{"data":[{"type":"object-record","id":"r1","attributes":{"record_properties":{"owner":"ADA@example.com"}}},{"type":"object-record","id":"r2","attributes":{"record_properties":{"owner":"x"}}}]}""");

        await batch.PrepareAsync();

        Assert.Single(batch.Calls("/api/object-types/T1/object-records"));
        Assert.Equal((1, 0), (await RowsAsync(0), await RowsAsync(1)));

        async Task<int> RowsAsync(int line) => (await batch.PreparedAsync(line)).Single(part => part.Category == Categories.CustomObjects).Rows;
    }

    [Fact]
    public async Task A_list_that_was_deleted_meanwhile_has_nobody_in_it()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada);
        batch.People.With(new FakePeople.Person("01ADA", "ada@example.com"));
        batch.People.WithGroup(batch.Klaviyo, "lists", "L1", "01ADA").WithGroup(batch.Klaviyo, "lists", "L2", "01ADA");
        batch.Klaviyo.Answers("/api/lists/L1/profiles", "404-profile.json", 404);

        Assert.Equal(1, await batch.PrepareAsync());

        Assert.Equal(1, (await batch.PreparedAsync(0)).Single(part => part.Category == Categories.Lists).Rows);
    }

    [Fact]
    public async Task A_list_that_was_made_before_the_batch_is_not_missed_though_the_account_was_read_before_that()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada);
        batch.Time.SetUtcNow(Some.Now.AddMinutes(1));
        batch.People.With(new FakePeople.Person("01ADA", "ada@example.com")).WithGroup(batch.Klaviyo, "lists", "L1", "01ADA");
        await batch.Catalogue.GroupsAsync(batch.Batch.Work(), batch.Klaviyo.Client, default, CancellationToken.None);
        batch.People.WithGroup(batch.Klaviyo, "lists", "L2", "01ADA");
        var groups = await batch.Catalogue.GroupsAsync(batch.Batch.Work(), batch.Klaviyo.Client, Some.Now.AddMinutes(2), CancellationToken.None);

        Assert.Equal(2, groups.Lists!.Count);
    }

    [Theory]
    [InlineData("/api/profiles", "401-authentication-failed.json", 401)]
    [InlineData("/api/profiles", "403-scope.json", 403)]
    public async Task A_key_that_is_refused_prepares_nothing_and_each_request_finds_out(string path, string answer, int status)
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada);
        batch.Klaviyo.Answers(path, answer, status);

        Assert.Equal(0, await batch.PrepareAsync());

        Assert.Equal(RequestStatus.Received, batch.Request(0).Status);
        Assert.Empty(await batch.PreparedAsync(0));
    }

    [Fact]
    public async Task Members_that_the_key_may_not_see_are_left_to_each_run()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada);
        batch.People.With(new FakePeople.Person("01ADA", "ada@example.com")).WithGroup(batch.Klaviyo, "lists", "L1", "01ADA");
        batch.Klaviyo.Answers("/api/lists/L1/profiles", "403-scope.json", 403);

        Assert.Equal(1, await batch.PrepareAsync());

        Assert.DoesNotContain(await batch.PreparedAsync(0), part => part.Category == Categories.Lists);
    }

    [Fact]
    public async Task Lists_that_the_key_may_not_see_are_a_gap_that_is_not_asked_for_again()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada);
        batch.People.With(new FakePeople.Person("01ADA", "ada@example.com"));
        batch.Klaviyo.Answers("/api/lists", "403-scope.json", 403);

        await batch.PrepareAsync();

        Assert.Equal(GapReason.MissingScope, (await batch.PreparedAsync(0)).Single(part => part.Category == Categories.Lists).Gap);
        var run = await batch.StartRun.RunAsync(new(batch.Work(0)), CancellationToken.None);
        Assert.DoesNotContain(run.Missing!, read => read.Read == Reads.Groups);
        var retry = await batch.StartRun.RunAsync(new(batch.Work(0) with { Run = 2 }), CancellationToken.None);
        Assert.Contains(retry.Missing!, read => read.Read == Reads.Groups);
    }

    [Fact]
    public async Task Predictions_that_fail_for_many_are_asked_for_alone()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada);
        batch.Klaviyo.Answers("/api/profiles", request => request.QueryString.Value!.Contains("predictive_analytics", StringComparison.Ordinal)
            ? Results.StatusCode(503)
            : Results.Text("""{"data":[{"type":"profile","id":"01ADA","attributes":{"email":"ada@example.com"}}]}""", "application/vnd.api+json"));

        Assert.Equal(1, await batch.PrepareAsync());

        Assert.DoesNotContain(await batch.PreparedAsync(0), part => part.Category == Categories.PredictiveAnalytics);
    }

    [Fact]
    public async Task A_Klaviyo_that_does_not_answer_is_for_the_durable_retry()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada);
        batch.Klaviyo.Answers("/api/profiles", "500.json", 503);

        await Assert.ThrowsAsync<KlaviyoUnavailableException>(batch.PrepareAsync);
    }

    [Fact]
    public async Task A_request_that_was_given_up_is_not_looked_up()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada);
        await batch.ClaimAsync();
        await batch.Requests.UpdateAsync(
            batch.Batch.ControllerDid, batch.Work(0).RequestId, "x", request => request with { Status = RequestStatus.Cancelled }, CancellationToken.None);

        Assert.Equal(0, await batch.PrepareAsync());

        Assert.Empty(batch.Calls("/api/profiles"));
    }
}
