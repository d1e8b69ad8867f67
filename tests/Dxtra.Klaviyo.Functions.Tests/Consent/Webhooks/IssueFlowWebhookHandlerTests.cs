using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class IssueFlowWebhookHandlerTests
{
    private static readonly byte[] Body = """{"topic":"bounced_email","profile":"01ADA"}"""u8.ToArray();

    private readonly InboxFixture _inbox = new();

    [Fact]
    public async Task What_is_shown_works_and_is_logged()
    {
        var view = await IssueAsync();

        Assert.Equal(ReceiveResult.Taken, await PostAsync(view.Authorization));
        Assert.Equal(("application/json", null), (view.ContentType, view.PreviousUntil));
        Assert.Contains("TOPIC", view.Template, StringComparison.Ordinal);
        Assert.Contains("unsubscribed_from_sms_marketing", view.Topics);
        Assert.Equal((ActivityType.FlowWebhookIssued, "user-1"), _inbox.Activity.Entries.Select(entry => (entry.Type, entry.Actor)).Single());
    }

    [Fact]
    public async Task Another_one_leaves_the_one_in_use_good_for_a_week()
    {
        var first = await IssueAsync();
        await PostAsync(first.Authorization);

        var second = await IssueAsync();

        Assert.Equal(Some.Now.AddDays(7), second.PreviousUntil);
        Assert.Equal((ReceiveResult.Taken, ReceiveResult.Taken), (await PostAsync(first.Authorization), await PostAsync(second.Authorization)));
        _inbox.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal((ReceiveResult.Refused, ReceiveResult.Taken), (await PostAsync(first.Authorization), await PostAsync(second.Authorization)));
    }

    [Fact]
    public async Task However_often_it_is_asked_for_the_one_in_use_is_not_pushed_out()
    {
        var used = await IssueAsync();
        await PostAsync(used.Authorization);
        var never = await IssueAsync();

        var last = await IssueAsync();

        Assert.Equal(ReceiveResult.Refused, await PostAsync(never.Authorization));
        Assert.Equal((ReceiveResult.Taken, ReceiveResult.Taken), (await PostAsync(used.Authorization), await PostAsync(last.Authorization)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task Another_header_is_refused(string header)
    {
        await IssueAsync();

        Assert.Equal(ReceiveResult.Refused, await PostAsync(header));
    }

    [Fact]
    public async Task The_signing_secret_is_no_flows_and_the_other_way_round()
    {
        var view = await IssueAsync();
        var flow = view.Authorization["Bearer ".Length..];

        Assert.Equal(ReceiveResult.Refused, await PostAsync($"Bearer {await _inbox.SigningSecretAsync()}"));
        var signed = Deliveries.Sign(Deliveries.Body(Some.Now), flow, Some.Now);
        Assert.Equal(ReceiveResult.Refused, await _inbox.System.HandleAsync(InboxFixture.ProcessorId, signed, _inbox.Client, CancellationToken.None));
    }

    [Fact]
    public async Task A_processor_with_a_system_webhook_keeps_it_as_its_source()
    {
        await _inbox.Processors.UpdateAsync(_inbox.Controller, InboxFixture.ProcessorId, found => found with { ConsentSource = ConsentSource.Webhook }, CancellationToken.None);

        await PostAsync((await IssueAsync()).Authorization);

        Assert.Equal(ConsentSource.Webhook, _inbox.Processors.Processors.Single().ConsentSource);
    }

    [Fact]
    public async Task While_flows_are_changed_to_another_secret_they_stay_the_source()
    {
        _inbox.Registrations[InboxFixture.ProcessorId] = _inbox.Registration with { State = WebhookState.NotInPlan };
        await PostAsync((await IssueAsync()).Authorization);
        await IssueAsync();

        Assert.Equal((Some.Now, false), (_inbox.Registrations[InboxFixture.ProcessorId].FlowUsedAt, _inbox.Registrations[InboxFixture.ProcessorId].IsFlowSecretUsed));
        Assert.Equal(ConsentSource.FlowWebhook, _inbox.Processors.Processors.Single().ConsentSource);
    }

    [Theory]
    [InlineData("PendingConfirmation")]
    [InlineData("Disconnected")]
    public async Task A_processor_that_is_not_active_gets_none(string status)
    {
        await _inbox.Processors.UpdateAsync(_inbox.Controller, InboxFixture.ProcessorId, found => found with { Status = Enum.Parse<ProcessorStatus>(status) }, CancellationToken.None);

        Assert.IsType<IssueFlowWebhookResult.NotActive>(await Handler("https://dxtra.example/").HandleAsync(_inbox.Controller, InboxFixture.ProcessorId, "user-1", CancellationToken.None));
    }

    [Fact]
    public async Task Others_and_an_app_without_an_address_get_none()
    {
        Assert.IsType<IssueFlowWebhookResult.NoProcessor>(await Handler("https://dxtra.example/").HandleAsync(Some.Controller(), InboxFixture.ProcessorId, "user-1", CancellationToken.None));
        Assert.IsType<IssueFlowWebhookResult.NoAddress>(await Handler(null).HandleAsync(_inbox.Controller, InboxFixture.ProcessorId, "user-1", CancellationToken.None));
        Assert.Null(await _inbox.WebhookSecrets.FindFlowAsync(InboxFixture.ProcessorId, CancellationToken.None));
    }

    private async Task<FlowWebhookView> IssueAsync() => Assert.IsType<IssueFlowWebhookResult.Issued>(
        await Handler("https://dxtra.example/").HandleAsync(_inbox.Controller, InboxFixture.ProcessorId, "user-1", CancellationToken.None)).View;

    private IssueFlowWebhookHandler Handler(string? address) => new(
        _inbox.Processors, _inbox.Registrations, _inbox.WebhookSecrets, _inbox.Endpoints,
        new(Options.Create(new WebhooksOptions { PublicBaseAddress = address is null ? null : new(address) })), _inbox.Activity, _inbox.Time);

    private Task<ReceiveResult> PostAsync(string authorization) =>
        _inbox.Flow.HandleAsync(InboxFixture.ProcessorId, authorization, Body, _inbox.Client, CancellationToken.None);
}
