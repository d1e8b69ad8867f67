using System.Text;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class FlowMessagesTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_template_makes_one_event()
    {
        var one = Read(Examples.Read("webhooks/flow.json"))!.Events.Single();

        Assert.Equal((Deliveries.Unsubscribed, "01GDDKASAP8TKDDA2GRZDSVP4H", (DateTimeOffset?)At), (one.Topic, one.ProfileId, one.At));
        Assert.Equal(("Newsletter", "Preference Page"), (one.Properties.Text("List"), one.Properties.Text("Method")));
    }

    [Fact]
    public void Quotation_marks_and_line_breaks_in_values_do_not_hide_the_others()
    {
        var (broken, whole) = (Read(Examples.Read("webhooks/flow-broken.txt"))!.Events.Single(), Read(Examples.Read("webhooks/flow.json"))!.Events.Single());

        Assert.Equal((whole.Topic, whole.ProfileId, whole.At), (broken.Topic, broken.ProfileId, broken.At));
        Assert.Equal("Preference Page", broken.Properties.Text("Method"));
        Assert.StartsWith("The \"best\" of", broken.Properties.Text("List"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_kind_of_a_bounce_stands_where_Klaviyos_own_events_have_it() =>
        Assert.Equal("Hard", Read("""{"topic":"bounced_email","profile":"01ADA","bounce":"Hard"}""")!.Events.Single().Properties.Text("Bounce Type"));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("""{"topic":"bounced_email"}""")]
    [InlineData("""{"profile":"01ADA"}""")]
    [InlineData("""{"topic":"bounced_email","profile":"{{ person.KlaviyoID }}"}""")]
    [InlineData("""{"topic":"TOPIC","profile":"01ADA"}""")]
    [InlineData("""{"topic":"bounced_email","profile":""}""")]
    [InlineData("""{"topic":"bounced_email","profile":"ada@example.com"}""")]
    public void What_does_not_say_what_happened_to_whom_is_nothing(string text) => Assert.Null(Read(text));

    [Fact]
    public void A_topic_that_we_do_not_know_is_counted_as_such() =>
        Assert.Equal(1, Read("""{"topic":"learned_to_fly","profile":"01ADA"}""")!.Unknown);

    [Theory]
    [InlineData("""{"topic":"bounced_email","profile":"01ADA","event":"7"}""", true)]
    [InlineData("""{"topic":"bounced_email","profile":"01ADA","at":"2026-11-23T08:00:00Z"}""", true)]
    [InlineData("""{"topic":"bounced_email","profile":"01ADA","at":"1795420800"}""", true)]
    [InlineData("""{"topic":"bounced_email","profile":"01ADA","event":"","at":""}""", false)]
    public void A_repeat_another_day_is_told_by_what_the_flow_gives(string text, bool same)
    {
        var (one, other) = (Read(text)!.Events.Single(), Read(text, Some.Now.AddDays(1))!.Events.Single());

        Assert.Equal(same, one.Id == other.Id);
        Assert.Equal(Read(text)!.Events.Single().Id, one.Id);
    }

    [Fact]
    public void Two_people_two_topics_and_two_lists_are_not_one_event()
    {
        var ids = new[] { ("bounced_email", "01ADA", "A"), ("bounced_email", "01BOB", "A"), ("marked_email_as_spam", "01ADA", "A"), ("bounced_email", "01ADA", "B") }
            .Select(one => Read($$"""{"topic":"{{one.Item1}}","profile":"{{one.Item2}}","list":"{{one.Item3}}","event":"7"}""")!.Events.Single().Id);

        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public void Without_a_time_of_its_own_the_event_has_that_of_its_arrival() =>
        Assert.Equal(Some.Now, Read("""{"topic":"bounced_email","profile":"01ADA"}""")!.Events.Single().At);

    [Fact]
    public void The_documented_template_names_what_is_read()
    {
        var filled = FlowTemplate.Body.Replace(FlowTemplate.TopicPlace, "bounced_email", StringComparison.Ordinal).Replace("{{ person.KlaviyoID }}", "01ADA", StringComparison.Ordinal);

        Assert.Equal(("event:klaviyo.bounced_email", "01ADA"), (Read(filled)!.Events.Single().Topic, Read(filled)!.Events.Single().ProfileId));
    }

    private static ReadMessage? Read(string text, DateTimeOffset? receivedAt = null) => FlowMessages.Read(Encoding.UTF8.GetBytes(text), receivedAt ?? Some.Now);
}
