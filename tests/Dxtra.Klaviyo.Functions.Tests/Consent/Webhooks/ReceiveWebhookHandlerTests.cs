using Azure;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ReceiveWebhookHandlerTests
{
    private readonly InboxFixture _inbox = new();
    private readonly byte[] _body = Deliveries.Body(Some.Now, Deliveries.Event("e1"));

    [Fact]
    public async Task What_passes_is_stored_sealed_and_somebody_is_called_to_it()
    {
        Assert.Equal(ReceiveResult.Taken, await _inbox.DeliverAsync(_body));

        var item = Assert.Single(_inbox.Store.Items);
        Assert.Equal((InboxState.Waiting, InboxKind.System, Some.Now), (item.State, item.Kind, item.ReceivedAt));
        Assert.DoesNotContain("01ADA", System.Text.Encoding.UTF8.GetString(_inbox.Store.Contents.Single()), StringComparison.Ordinal);
        Assert.Equal(_inbox.Work(), _inbox.Client.Inputs[$"inbox-{InboxFixture.ProcessorId}-1"]);
    }

    [Fact]
    public async Task A_repeat_is_the_same_message_and_calls_nobody_else()
    {
        await _inbox.DeliverAsync(_body);

        Assert.Equal(ReceiveResult.Taken, await _inbox.DeliverAsync(_body));

        Assert.Single(_inbox.Store.Items);
        Assert.Single(_inbox.Client.Inputs);
    }

    [Fact]
    public async Task What_does_not_pass_leaves_nothing()
    {
        var signed = Deliveries.Sign(_body, await _inbox.SigningSecretAsync(), Some.Now);
        foreach (var bad in (Delivery[])[
            signed with { Signature = "" },
            signed with { Signature = new string('0', 64) },
            signed with { Body = [.. _body, (byte)' '] },
            Deliveries.Sign(_body, SecretPair.NewSecret(), Some.Now),
            Deliveries.Sign(Deliveries.Body(Some.Now.AddDays(-3)), await _inbox.SigningSecretAsync(), Some.Now),
            Deliveries.Sign(Deliveries.Body(Some.Now.AddDays(1)), await _inbox.SigningSecretAsync(), Some.Now)])
        {
            Assert.Equal(ReceiveResult.Refused, await _inbox.System.HandleAsync(InboxFixture.ProcessorId, bad, _inbox.Client, CancellationToken.None));
        }

        Assert.Empty(_inbox.Store.Items);
        Assert.Empty(_inbox.Client.Inputs);
    }

    [Theory]
    [InlineData("p2")]
    [InlineData("")]
    [InlineData("../p1")]
    public async Task A_processor_that_there_is_not_is_refused_like_any_other(string processorId)
    {
        var signed = Deliveries.Sign(_body, await _inbox.SigningSecretAsync(), Some.Now);

        Assert.Equal(ReceiveResult.Refused, await _inbox.System.HandleAsync(processorId, signed, _inbox.Client, CancellationToken.None));
    }

    [Theory]
    [InlineData("Removing")]
    [InlineData("Removed")]
    public async Task One_that_is_given_up_takes_nothing_more(string state)
    {
        _inbox.Registrations[InboxFixture.ProcessorId] = _inbox.Registration with { State = Enum.Parse<WebhookState>(state) };

        Assert.Equal(ReceiveResult.Refused, await _inbox.DeliverAsync(_body));
    }

    [Fact]
    public async Task Not_JSON_with_a_right_signature_is_stored()
    {
        Assert.Equal(ReceiveResult.Taken, await _inbox.DeliverAsync("not JSON"u8.ToArray()));

        await _inbox.WorkOffAllAsync();

        Assert.Equal((InboxState.Poison, InboxReason.Unreadable), (_inbox.Store.Items.Single().State, _inbox.Store.Items.Single().Reason));
    }

    [Fact]
    public async Task Two_secrets_are_valid_while_they_are_changed_and_then_one()
    {
        var old = await _inbox.SigningSecretAsync();
        var pair = (await _inbox.WebhookSecrets.SigningAsync(InboxFixture.ProcessorId, CancellationToken.None)).Rotate(Some.Now.AddHours(49));
        await _inbox.WebhookSecrets.SetSigningAsync(InboxFixture.ProcessorId, pair, CancellationToken.None);

        Assert.Equal(ReceiveResult.Taken, await SendAsync(old));
        Assert.Equal(ReceiveResult.Taken, await SendAsync(pair.Current));

        _inbox.Time.Advance(TimeSpan.FromHours(49));
        Assert.Equal(ReceiveResult.Refused, await SendAsync(old));
        Assert.Equal(ReceiveResult.Taken, await SendAsync(pair.Current));
    }

    [Fact]
    public async Task A_secret_that_another_instance_made_is_known_within_a_second()
    {
        await _inbox.DeliverAsync(_body);
        var pair = (await _inbox.WebhookSecrets.SigningAsync(InboxFixture.ProcessorId, CancellationToken.None)).Rotate(Some.Now.AddHours(49));
        await _inbox.WebhookSecrets.SetSigningAsync(InboxFixture.ProcessorId, pair, CancellationToken.None);

        _inbox.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(ReceiveResult.Taken, await SendAsync(pair.Current));
    }

    [Fact]
    public async Task A_flood_of_what_is_refused_reads_once_a_second()
    {
        var bad = Deliveries.Sign(_body, SecretPair.NewSecret(), Some.Now);
        foreach (var processorId in (string[])[InboxFixture.ProcessorId, "nobody"])
        {
            var before = _inbox.Registrations.Reads;
            foreach (var _ in Enumerable.Range(0, 50))
                await _inbox.System.HandleAsync(processorId, bad, _inbox.Client, CancellationToken.None);
            Assert.Equal(1, _inbox.Registrations.Reads - before);
        }
    }

    [Fact]
    public async Task When_storage_is_away_the_sender_is_told_to_come_again()
    {
        _inbox.Store.Fault = new RequestFailedException("gone");
        Assert.Equal(ReceiveResult.NotNow, await _inbox.DeliverAsync(_body));

        _inbox.Store.Fault = new AggregateException(new RequestFailedException("gone"));
        Assert.Equal(ReceiveResult.NotNow, await _inbox.DeliverAsync(_body));

        _inbox.Store.Fault = new TaskCanceledException();
        Assert.Equal(ReceiveResult.NotNow, await _inbox.DeliverAsync(_body));
    }

    private Task<ReceiveResult> SendAsync(string secret)
    {
        var now = _inbox.Time.GetUtcNow();
        return _inbox.System.HandleAsync(
            InboxFixture.ProcessorId, Deliveries.Sign(Deliveries.Body(now, Deliveries.Event("e1")), secret, now), _inbox.Client, CancellationToken.None);
    }
}
