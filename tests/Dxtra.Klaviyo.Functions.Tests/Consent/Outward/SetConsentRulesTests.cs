using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class SetConsentRulesTests
{
    [Fact]
    public void Channels_come_out_in_one_order_and_nobody_is_made_by_default()
    {
        var wish = Check("""
            {"subject":{"email":"anna@example.com","phone":"+44 7700 900123"},
             "channels":{"smsTransactional":"unsubscribed","emailMarketing":"subscribed","whatsAppConversational":"unsubscribed"}}
            """, out _);

        Assert.Equal(
            [(ConsentChannel.EmailMarketing, true), (ConsentChannel.SmsTransactional, false), (ConsentChannel.WhatsAppConversational, false)],
            wish!.Channels.Select(channel => (channel.Channel, channel.IsGiving)));
        Assert.Equal(("+447700900123", false), (wish.Subject.Phone, wish.CreateIfMissing));
    }

    [Theory]
    [InlineData("""{"channels":{"emailMarketing":"subscribed"}}""", "subject")]
    [InlineData("""{"subject":{"email":"anna@example.com"}}""", "channels")]
    [InlineData("""{"subject":{"email":"anna@example.com"},"channels":{}}""", "channels")]
    [InlineData("""{"subject":{"email":"anna@example.com"},"channels":{"fax":"subscribed"}}""", "channels")]
    [InlineData("""{"subject":{"email":"anna@example.com"},"channels":{"pushMarketing":"unsubscribed"}}""", "channels")]
    [InlineData("""{"subject":{"email":"anna@example.com"},"channels":{"emailMarketing":"maybe"}}""", "channels.emailMarketing")]
    [InlineData("""{"subject":{"email":"anna@example.com"},"channels":{"emailMarketing":null}}""", "channels.emailMarketing")]
    [InlineData("""{"subject":{"email":"anna@example.com"},"channels":{"whatsAppConversational":"subscribed"}}""", "channels.whatsAppConversational")]
    [InlineData("""{"subject":{"email":"anna@example.com"},"channels":{"emailMarketing":"subscribed","smsMarketing":"unsubscribed"},"listId":"ABC123"}""", "listId")]
    [InlineData("""{"subject":{"email":"anna@example.com"},"channels":{"emailMarketing":"subscribed"},"listId":"a/b"}""", "listId")]
    [InlineData("""{"subject":{"email":"anna@example.com"},"channels":{"emailMarketing":"subscribed"},"consentedAt":"2030-01-01T00:00:00Z"}""", "consentedAt")]
    [InlineData("""{"subject":{"email":"anna@example.com"},"channels":{"emailMarketing":"unsubscribed"},"consentedAt":"2020-01-01T00:00:00Z"}""", "consentedAt")]
    public void What_is_wrong_is_named_by_its_field(string body, string field)
    {
        Assert.Null(Check(body, out var errors));
        Assert.Equal([field], errors.ToProblem().Errors!.Keys);
    }

    private static ConsentWish? Check(string body, out FieldErrors errors)
    {
        errors = new();
        return SetConsentRules.Check(JsonSerializer.Deserialize<SetConsentBody>(body, Json.Options)!, Some.Now, errors);
    }
}
