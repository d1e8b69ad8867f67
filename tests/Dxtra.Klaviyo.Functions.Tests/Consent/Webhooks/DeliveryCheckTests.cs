using System.Text;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class DeliveryCheckTests
{
    private const string Secret = "0123456789abcdef";
    private const string Other = "01JZZZZZZZZZZZZZZZZZZZZZZZ";
    private static readonly TimeSpan Freshness = TimeSpan.FromHours(49);

    [Fact]
    public void A_delivery_whose_header_is_hours_ahead_passes() => Assert.Equal(DeliveryVerdict.Right, Check(Signed(Some.Now)));

    [Theory]
    [InlineData(-49 * 60, "Right")]
    [InlineData(-49 * 60 - 1, "Stale")]
    [InlineData(10, "Right")]
    [InlineData(11, "FromFuture")]
    public void Its_age_is_that_of_the_signed_body(int minutes, string verdict) =>
        Assert.Equal(verdict, Check(Signed(Some.Now.AddMinutes(minutes))).ToString());

    [Fact]
    public void A_right_signature_over_other_bytes_does_not_pass() =>
        Assert.Equal(DeliveryVerdict.WrongSignature, Check(Signed(Some.Now) with { Body = Deliveries.Body(Some.Now, Deliveries.Event("e2")) }));

    [Fact]
    public void Another_webhook_of_the_account_does_not_pass() =>
        Assert.Equal(DeliveryVerdict.OtherWebhook, Check(Deliveries.Sign(Deliveries.Body(Some.Now, Other, []), Secret, Some.Now, Other)));

    [Fact]
    public void A_header_that_names_another_webhook_than_the_body_does_not_pass() =>
        Assert.Equal(DeliveryVerdict.OtherWebhook, Check(Signed(Some.Now) with { WebhookId = Other }));

    [Theory]
    [InlineData("")]
    [InlineData("5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592")]
    [InlineData("01jabcdefghjkmnpqrstvwxyz0")]
    public void A_header_that_is_no_such_id_or_written_otherwise_says_nothing(string header) =>
        Assert.Equal(DeliveryVerdict.Right, Check(Signed(Some.Now) with { WebhookId = header }));

    [Fact]
    public void While_our_own_id_is_not_known_the_signature_is_enough() =>
        Assert.Equal(DeliveryVerdict.Right, DeliveryCheck.Of(Signed(Some.Now), [Secret], null, Some.Now, Freshness));

    [Theory]
    [InlineData("not JSON")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[],"meta":"none"}""")]
    [InlineData("""{"data":[],"meta":{"klaviyo_webhook_id":"01JABCDEFGHJKMNPQRSTVWXYZ0","timestamp":"some day"}}""")]
    [InlineData("""{"data":[],"meta":{"timestamp":"2026-11-23T10:00:00Z"}}""")]
    [InlineData("""{"data":[],"meta":{"klaviyo_webhook_id":"01JABCDEFGHJKMNPQRSTVWXYZ0","timestamp":"2026-11-23T10:00:00Z"}} and more""")]
    public void What_is_signed_and_of_another_shape_is_Klaviyos_all_the_same(string body) =>
        Assert.Equal(DeliveryVerdict.Shapeless, Check(Deliveries.Sign(Encoding.UTF8.GetBytes(body), Secret, Some.Now)));

    [Fact]
    public void The_meta_is_found_before_and_behind_the_events_whatever_is_in_them()
    {
        const string meta = "\"meta\":{\"klaviyo_webhook_id\":\"01JABCDEFGHJKMNPQRSTVWXYZ0\",\"timestamp\":\"2026-11-23T10:00:00Z\"}";
        const string data = "\"data\":[{\"meta\":{\"timestamp\":\"2020-01-01T00:00:00Z\"}}]";

        Assert.Equal(Some.Now, DeliveryMeta.Read(Encoding.UTF8.GetBytes($"{{{meta},{data}}}"))?.At);
        Assert.Equal(Some.Now, DeliveryMeta.Read(Encoding.UTF8.GetBytes($"{{{data},{meta}}}"))?.At);
    }

    private static Delivery Signed(DateTimeOffset at) => Deliveries.Sign(Deliveries.Body(at, Deliveries.Event("e1")), Secret, at);

    private static DeliveryVerdict Check(Delivery delivery) => DeliveryCheck.Of(delivery, [Secret], Deliveries.WebhookId, Some.Now, Freshness);
}
