namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class HappenedEventTests
{
    [Theory]
    [InlineData("2026-01-02T03:04:05+00:00", "2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02 03:04:05+00:00", "2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02T05:04:05+02:00", "2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02 03:04:05", "2026-01-02T03:04:05Z")]
    [InlineData("some day", null)]
    [InlineData(null, null)]
    public void A_time_is_told_in_UTC_however_Klaviyo_writes_it(string? sent, string? told) => Assert.Equal(told, Happened.Event("Any", sent).At);

    [Theory]
    [InlineData("""{"$message":"M1","$flow":"F1"}""", "M1", "F1", null)]
    [InlineData("""{"message_id":"M1","$campaign":"C1"}""", "M1", null, "C1")]
    [InlineData("{}", "MA", "FA", "CA")]
    [InlineData("""{"$message":7}""", "7", "FA", "CA")]
    public void What_sent_a_message_is_in_its_properties_or_else_in_its_attribution(string properties, string? message, string? flow, string? campaign)
    {
        var attributed = properties.Contains("$flow", StringComparison.Ordinal) || properties.Contains("$campaign", StringComparison.Ordinal)
            ? null
            : """{"messageId":"MA","flowId":"FA","campaignId":"CA"}""";

        var happened = Happened.Event("Received Email", properties: properties, attributedTo: attributed);

        Assert.Equal((message, flow, campaign), (happened.MessageId, happened.FlowId, happened.CampaignId));
    }

    [Theory]
    [InlineData("""{"$value":12.50,"$value_currency":"EUR"}""", "12.50", "EUR")]
    [InlineData("""{"$value":"12.5","$currency_code":"USD"}""", "12.5", "USD")]
    [InlineData("""{"$value":"free"}""", null, null)]
    [InlineData("[]", null, null)]
    public void A_value_is_read_as_number_or_text_and_whatever_else_is_none(string properties, string? value, string? currency)
    {
        var happened = Happened.Event("Placed Order", properties: properties);

        Assert.Equal((value, currency), (happened.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture), happened.Currency));
    }
}
