namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PermissionSentencesTests
{
    private static readonly DateTimeOffset March = new(2024, 3, 1, 9, 15, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset May = new(2026, 5, 3, 14, 5, 0, TimeSpan.Zero);

    private readonly PermissionSentences _sentences = new(ReportTexts.Of("en"));

    [Theory]
    [InlineData("SUBSCRIBED", true, "", "You may be e-mailed: you subscribed on 1 March 2024.")]
    [InlineData("SUBSCRIBED", null, "", "You may be e-mailed: you subscribed on 1 March 2024.")]
    [InlineData("SUBSCRIBED", false, "", "You may not be e-mailed, although you subscribed on 1 March 2024. Klaviyo gives no reason.")]
    [InlineData("SUBSCRIBED", false, "HARD_BOUNCE", "You may not be e-mailed, although you subscribed on 1 March 2024: an e-mail to you could not be delivered on 3 May 2026.")]
    [InlineData("SUBSCRIBED", true, "user_suppressed", "You may not be e-mailed, although you subscribed on 1 March 2024: the shop blocked your e-mail address on 3 May 2026.")]
    [InlineData("SUBSCRIBED", false, "UNSUBSCRIBE", "You may not be e-mailed, although you subscribed on 1 March 2024: you unsubscribed on 3 May 2026.")]
    [InlineData("UNSUBSCRIBED", false, "", "You may not be e-mailed: you unsubscribed on 1 March 2024.")]
    [InlineData("UNSUBSCRIBED", false, "UNSUBSCRIBE", "You may not be e-mailed: you unsubscribed on 3 May 2026.")]
    [InlineData("UNSUBSCRIBED", false, "SPAM_COMPLAINT", "You may not be e-mailed: you reported an e-mail as spam on 3 May 2026 and you unsubscribed on 1 March 2024.")]
    [InlineData("UNSUBSCRIBED", true, "", "Klaviyo may e-mail you, although you unsubscribed on 1 March 2024. That Klaviyo can reach you does not mean that you agreed.")]
    [InlineData("NEVER_SUBSCRIBED", true, "", "Klaviyo may e-mail you, although you never subscribed. That Klaviyo can reach you does not mean that you agreed.")]
    [InlineData("NEVER_SUBSCRIBED", false, "", "You may not be e-mailed: you never subscribed.")]
    [InlineData("NEVER_SUBSCRIBED", true, "USER_SUPPRESSED", "You may not be e-mailed: the shop blocked your e-mail address on 3 May 2026 and you never subscribed.")]
    [InlineData("NEVER_SUBSCRIBED", false, "INVALID_EMAIL", "You may not be e-mailed: your e-mail address was found not to be valid on 3 May 2026 and you never subscribed.")]
    [InlineData("NEVER_SUBSCRIBED", false, "MOON_PHASE", "You may not be e-mailed: your e-mail address was blocked on 3 May 2026, and Klaviyo names “moon_phase” as the reason and you never subscribed.")]
    [InlineData("PENDING", null, "", "It is not clear whether you may be e-mailed: Klaviyo has “PENDING” on record as your choice.")]
    [InlineData(null, null, "", "It is not clear whether you may be e-mailed: Klaviyo does not say whether you agreed.")]
    [InlineData(null, true, "", "Klaviyo may e-mail you, although Klaviyo does not say whether you agreed. That Klaviyo can reach you does not mean that you agreed.")]
    [InlineData(null, false, "", "You may not be e-mailed: Klaviyo does not say whether you agreed.")]
    public void Consent_and_blocks_together_say_whether_one_may_be_written_to(string? status, bool? canReceive, string reason, string sentence)
    {
        SuppressionFact[] suppressions = reason == "" ? [] : [new(null, reason.ToLowerInvariant(), May)];

        Assert.Equal(sentence, _sentences.Of(Consent("email", status, canReceive), suppressions));
    }

    [Theory]
    [InlineData("sms", "SUBSCRIBED", "You may be sent text messages: you subscribed on 1 March 2024.")]
    [InlineData("sms", "NEVER_SUBSCRIBED", "You may not be sent text messages: you never subscribed.")]
    [InlineData("whatsapp", "UNSUBSCRIBED", "You may not be written to on WhatsApp: you unsubscribed on 1 March 2024.")]
    [InlineData("mobile_push", "SUBSCRIBED", "You may be sent push notifications: you subscribed on 1 March 2024.")]
    [InlineData("pigeon", "SUBSCRIBED", "You may be contacted over “pigeon”: you subscribed on 1 March 2024.")]
    public void Every_channel_has_words_of_its_own_and_e_mail_blocks_do_not_concern_it(string channel, string status, string sentence) =>
        Assert.Equal(sentence, _sentences.Of(Consent(channel, status, null), [new(null, "hard_bounce", May)]));

    [Fact]
    public void Blocks_of_a_list_concern_that_list_only()
    {
        var suppression = new SuppressionFact("Newsletter", "unsubscribe", May);

        Assert.Equal("You may be e-mailed: you subscribed on 1 March 2024.", _sentences.Of(Consent("email", "SUBSCRIBED", true), [suppression]));
        Assert.Equal("On the list “Newsletter” you are not e-mailed: you unsubscribed on 3 May 2026.", _sentences.OfList(suppression));
    }

    [Fact]
    public void Double_opt_in_is_said_and_unknown_days_are_left_out()
    {
        Assert.Equal(
            "You may be e-mailed: you subscribed on 1 March 2024 and confirmed it (double opt-in).",
            _sentences.Of(Consent("email", "SUBSCRIBED", true) with { DoubleOptIn = true }, []));
        Assert.Equal(
            "You may not be e-mailed: you unsubscribed.", _sentences.Of(Consent("email", "UNSUBSCRIBED", false) with { Since = null }, []));
    }

    private static ConsentFact Consent(string channel, string? status, bool? canReceive) => new(channel, status, canReceive, March, null, null, false);
}
