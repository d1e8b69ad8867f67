namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ConsentPlannerTests
{
    private static readonly SubjectIdentity Anna = new("anna@example.com", null, null, null);
    private static readonly ListNow Empty = new(Exists: true, DoubleOptIn: false, new HashSet<string>());

    [Fact]
    public void Who_is_not_on_the_list_that_is_left_loses_nothing()
    {
        var plan = Plan(Order(ConsentState.Unsubscribed, "LIST01"), Person(Profile("P1", "SUBSCRIBED")), Empty);

        Assert.Empty(plan.Calls);
        Assert.Equal((ConsentOutcome.Confirmed, ConsentReason.AlreadySo), Settled(plan));
    }

    [Fact]
    public void Who_is_on_it_leaves_by_their_id()
    {
        var plan = Plan(Order(ConsentState.Unsubscribed, "LIST01"), Person(Profile("P1", "SUBSCRIBED")), Empty with { Members = new HashSet<string> { "P1" } });

        Assert.Equal(("P1", ""), Assert.Single(plan.Calls) is var call ? (call.ProfileId, call.Identifier) : default);
    }

    [Fact]
    public void Consent_goes_to_the_spelling_that_the_profile_has()
    {
        var plan = Plan(Order(ConsentState.Unsubscribed), Person(Profile("P1", "SUBSCRIBED", "Anna@Example.com"), Profile("P2", "UNSUBSCRIBED")));

        Assert.Equal(("P1", "Anna@Example.com"), Assert.Single(plan.Calls) is var call ? (call.ProfileId, call.Identifier) : default);
    }

    [Theory]
    [InlineData("SUBSCRIBED", false)]
    [InlineData("UNSUBSCRIBED", true)]
    public void What_is_so_already_is_not_sent(string held, bool isSo)
    {
        var plan = Plan(Order(ConsentState.Unsubscribed), Person(Profile("P1", held)));

        Assert.Equal(isSo ? 0 : 1, plan.Calls.Count);
    }

    [Fact]
    public void Who_is_subscribed_and_not_on_the_list_is_still_sent_to_join_it()
    {
        var plan = Plan(Order(ConsentState.Subscribed, "LIST01"), Person(Profile("P1", "SUBSCRIBED")), Empty);

        Assert.Single(plan.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nobody_is_made_unless_asked(bool create)
    {
        var plan = Plan(Order(ConsentState.Unsubscribed) with { CreateIfMissing = create }, Person());

        Assert.Equal(create ? null : ConsentOutcome.NoSuchProfile, plan.Channels[0].Outcome);
        Assert.Equal(create ? ["anna@example.com"] : [], plan.Calls.Select(call => call.Identifier));
    }

    [Fact]
    public void An_erased_person_is_refused_whatever_else_holds()
    {
        var plan = Plan(Order(ConsentState.Unsubscribed) with { CreateIfMissing = true }, Person() with { IsErased = true }, ListNow.Missing);

        Assert.Equal((ConsentOutcome.Refused, ConsentReason.ErasedPerson), Settled(plan));
        Assert.Empty(plan.Calls);
    }

    [Fact]
    public void Profiles_with_different_addresses_are_not_guessed_at()
    {
        var subject = new SubjectIdentity(null, null, "C-1", null);
        var plan = Plan(
            Order(ConsentState.Unsubscribed), new PersonNow(subject, [Profile("P1", "SUBSCRIBED"), Profile("P2", "SUBSCRIBED", "else@example.com")], false, new HashSet<string>()));

        Assert.Equal((ConsentOutcome.Failed, ConsentReason.SeveralProfiles), Settled(plan));
    }

    [Fact]
    public void An_address_that_somebody_else_has_too_is_left_alone()
    {
        var plan = Plan(Order(ConsentState.Unsubscribed), Person(Profile("P1", "SUBSCRIBED")) with { Shared = new HashSet<string> { "anna@example.com" } });

        Assert.Equal((ConsentOutcome.Failed, ConsentReason.SharedIdentifier), Settled(plan));
    }

    [Fact]
    public void A_profile_without_a_number_gets_no_text_messages_switched()
    {
        var order = Order(ConsentState.Unsubscribed) with { Channels = [new(ConsentChannel.SmsMarketing, ConsentState.Unsubscribed)] };

        Assert.Equal((ConsentOutcome.Failed, ConsentReason.NoIdentifier), Settled(Plan(order, Person(Profile("P1", "SUBSCRIBED")))));
    }

    [Fact]
    public void A_list_that_is_not_there_is_named() => Assert.Equal(
        (ConsentOutcome.Failed, ConsentReason.NoSuchList),
        Settled(Plan(Order(ConsentState.Unsubscribed, "NOLIST"), Person(Profile("P1", "SUBSCRIBED")), ListNow.Missing)));

    private static ConsentPlan Plan(ConsentOrder order, PersonNow person, ListNow? list = null) => ConsentPlanner.Plan(order, person, list);

    private static (ConsentOutcome?, ConsentReason?) Settled(ConsentPlan plan) =>
        Assert.Single(plan.Channels) is var channel ? (channel.Outcome, channel.Reason) : default;

    private static PersonNow Person(params PersonProfile[] profiles) => new(Anna, profiles, IsErased: false, new HashSet<string>());

    private static PersonProfile Profile(string id, string consent, string email = "anna@example.com") => new(
        new(id, email, null, null),
        new() { Subscriptions = new() { Email = new() { Marketing = new() { Consent = consent } } } });

    private static ConsentOrder Order(ConsentState wanted, string? listId = null) => new()
    {
        Id = "order",
        ControllerDid = "did:dep:c0ffee",
        ProcessorId = "processor",
        Actor = "user-1",
        CreatedAt = Some.Now,
        SubjectCipherText = "c2VhbGVk",
        SubjectKey = "key",
        SubjectMasked = "a***@e***.com",
        Channels = [new(ConsentChannel.EmailMarketing, wanted)],
        ListId = listId,
    };
}
