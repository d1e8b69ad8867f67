using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class MessageTotalsTests
{
    private const string Spring = """{"$message":"M1","Subject":"Spring","Campaign Name":"Spring sale","$campaign":"C1"}""";

    private readonly HistoryDigest _digest = new(_ => Task.FromResult(new MessageNames()));

    [Fact]
    public async Task A_message_is_one_row_with_all_that_became_of_it()
    {
        await AddAsync("Received Email", Spring, "2026-01-01T00:00:00Z");
        await AddAsync("Opened Email", Spring, "2026-01-02T00:00:00Z");
        await AddAsync("Opened Email", Spring, "2026-01-03T00:00:00Z");
        await AddAsync("Clicked Email", Spring, "2026-01-04T00:00:00Z");
        await AddAsync("Marked Email as Spam", Spring, "2026-01-05T00:00:00Z");

        var message = Assert.Single(Rows(Categories.Messages));

        Assert.Equal(("email", "campaign", "C1", "Spring sale", "M1", "Spring"), (
            Text(message["channel"]), Text(message["source"]), Text(message["sourceId"]), Text(message["sourceName"]), Text(message["messageId"]), Text(message["subject"])));
        Assert.Equal(("2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z"), (Text(message["firstAt"]), Text(message["lastAt"])));
        Assert.Equal("""sent 1 opened 2 clicked 1 bounced 0 dropped 0 failed 0 markedAsSpam 1 unsubscribed 0""", Counts(message));
    }

    [Fact]
    public async Task A_step_that_does_not_repeat_the_subject_belongs_to_its_message_all_the_same()
    {
        await AddAsync("Received Email", Spring);
        await AddAsync("Unsubscribed", """{"$message":"M1"}""");

        Assert.Equal("""sent 1 opened 0 clicked 0 bounced 0 dropped 0 failed 0 markedAsSpam 0 unsubscribed 1""", Counts(Assert.Single(Rows(Categories.Messages))));
    }

    [Fact]
    public async Task Messages_of_a_flow_are_counted_to_the_flow()
    {
        await AddAsync("Received Email", """{"$message":"M1","$flow":"F1","Flow Name":"Welcome","Subject":"One"}""", "2026-01-01T00:00:00Z");
        await AddAsync("Received Email", """{"$message":"M2","$flow":"F1","Flow Name":"Welcome","Subject":"Two"}""", "2026-01-09T00:00:00Z");
        await AddAsync("Received SMS", """{"$message":"M3","$flow":"F2"}""", "2026-01-05T00:00:00Z");

        var flows = Rows(Categories.Flows);

        Assert.Equal([("F1", "Welcome", 2), ("F2", null, 1)], flows.Select(flow => (Text(flow["id"])!, Text(flow["name"]), flow["messages"]!.GetValue<int>())));
        Assert.Equal(("2026-01-01T00:00:00Z", "2026-01-09T00:00:00Z"), (Text(flows[0]["firstAt"]), Text(flows[0]["lastAt"])));
        Assert.Equal(["flow", "flow", "flow"], Rows(Categories.Messages).Select(message => Text(message["source"])));
    }

    [Fact]
    public async Task Without_ids_the_subject_tells_messages_apart()
    {
        await AddAsync("Received Email", """{"Campaign Name":"News","Subject":"One"}""");
        await AddAsync("Received Email", """{"Campaign Name":"News","Subject":"Two"}""");
        await AddAsync("Opened Email", """{"Campaign Name":"News","Subject":"Two"}""");

        Assert.Equal([("One", 0), ("Two", 1)], Rows(Categories.Messages).Select(message => (Text(message["subject"])!, message["opened"]!.GetValue<int>())).Order());
    }

    [Fact]
    public async Task Texts_have_one_name_before_and_after_they_were_renamed()
    {
        await AddAsync("Received SMS", """{"$message":"M1"}""");
        await AddAsync("Clicked Text Message", """{"$message":"M1"}""");

        var message = Assert.Single(Rows(Categories.Messages));
        Assert.Equal(("sms", 1, 1, "unknown"), (Text(message["channel"]), message["sent"]!.GetValue<int>(), message["clicked"]!.GetValue<int>(), Text(message["source"])));
    }

    [Fact]
    public async Task Unsubscribing_from_everything_is_no_message()
    {
        await AddAsync("Unsubscribed from Email Marketing", """{"Method":"Preference page"}""");

        Assert.Empty(Rows(Categories.Messages));
    }

    private Task AddAsync(string metric, string properties, string at = "2026-01-02T03:04:05Z") => _digest.AddAsync(Happened.Row(metric, at, properties));

    private IReadOnlyList<JsonObject> Rows(string category) => Happened.Read(_digest.Rows().Single(rows => rows.Category == category).Rows);

    private static string Counts(JsonObject message) => string.Join(' ', MessageSteps.Counts.Select(count => $"{count} {message[count]}"));

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
