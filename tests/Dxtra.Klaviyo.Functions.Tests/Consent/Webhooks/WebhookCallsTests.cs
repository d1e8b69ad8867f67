using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Calls of the webhooks' addresses through the app's own port.</summary>
public sealed class WebhookCallsTests : IAsyncLifetime
{
    private readonly InboxFixture _inbox = new();
    private readonly HttpClient _http = new();
    private readonly TestApp _app;

    public WebhookCallsTests() => _app = new(configure: services => services
        .AddSingleton<ISecretStore>(_inbox.Secrets)
        .AddSingleton<IWebhookStore>(_inbox.Registrations)
        .AddSingleton<IProcessorStore>(_inbox.Processors)
        .AddSingleton<IActivityLog>(_inbox.Activity)
        .AddSingleton<IInboxStore>(_inbox.Store)
        .AddSingleton<IInboxDoors>(_inbox.Doors)
        .AddSingleton<IConsentEvents>(_inbox.Events)
        .AddSingleton<IConsentDesk>(_inbox.Desk)
        .Configure<WebhooksOptions>(options => options.PublicBaseAddress = new("https://dxtra.example/")));

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        _http.BaseAddress = new(_app.Address, "api/");
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_delivery_is_answered_202_and_its_news_arrive()
    {
        var answer = await SendAsync(InboxFixture.ProcessorId, await SignedAsync());

        Assert.Equal((HttpStatusCode.Accepted, ""), answer);
        await Poll.UntilAsync(() => Task.FromResult(_inbox.Desk.Taken.Count), count => count == 1, "the news arrive");
        await Poll.UntilAsync(() => Task.FromResult(_inbox.Store.Items.Count), count => count == 0, "the message goes");
        Assert.Equal(("e1", "01ADA", ConsentWay.Webhook), _inbox.Desk.Taken.Select(news => (news.SourceId, news.ProfileId, news.Way)).Single());
    }

    [Fact]
    public async Task Everything_that_is_not_right_gets_the_very_same_answer()
    {
        var signed = await SignedAsync();
        var answers = new List<(HttpStatusCode Status, string Text)>
        {
            await SendAsync("nobody", signed),
            await SendAsync(InboxFixture.ProcessorId, signed with { Signature = "" }),
            await SendAsync(InboxFixture.ProcessorId, signed with { Signature = new string('a', 64) }),
            await SendAsync(InboxFixture.ProcessorId, signed with { Body = [.. signed.Body, (byte)'\n'] }),
            await SendAsync(InboxFixture.ProcessorId, await SignedAsync(DateTimeOffset.UtcNow.AddDays(-3))),
            await SendAsync(InboxFixture.ProcessorId, await SignedAsync(DateTimeOffset.UtcNow.AddDays(1))),
            await SendAsync(InboxFixture.ProcessorId, await SignedAsync(webhookId: "01JZZZZZZZZZZZZZZZZZZZZZZZ")),
            await SendFlowAsync("Bearer wrong", "{}"),
            await SendFlowAsync(null, "{}"),
        };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.Status));
        Assert.Single(answers.Select(answer => WithoutTrace(answer.Text)).Distinct());
        Assert.Empty(_inbox.Store.Items);
    }

    [Fact]
    public async Task Of_ten_mebibytes_reading_stops()
    {
        var answer = await SendAsync(InboxFixture.ProcessorId, (await SignedAsync()) with { Body = new byte[10 * 1024 * 1024] });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
    }

    [Fact]
    public async Task A_thousand_events_come_in_one_delivery()
    {
        var now = DateTimeOffset.UtcNow;
        var body = Deliveries.Body(now, Enumerable.Range(0, 1_000).Select(number => Deliveries.Event($"e{number}", $"01P{number}")));

        await SendAsync(InboxFixture.ProcessorId, Deliveries.Sign(body, await _inbox.SigningSecretAsync(), now));

        await Poll.UntilAsync(() => Task.FromResult(_inbox.Desk.Taken.Count), count => count == 1_000, "all news arrive");
    }

    [Fact]
    public async Task A_storage_that_is_away_is_answered_503_with_the_word_when_to_come_again()
    {
        _inbox.Store.Fault = new Azure.RequestFailedException("gone");

        using var request = Request(InboxFixture.ProcessorId, await SignedAsync());
        using var answer = await _http.SendAsync(request);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(10)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
    }

    [Fact]
    public async Task A_flow_is_set_up_with_what_the_call_shows_and_is_the_processors_source_from_then_on()
    {
        _inbox.Registrations[InboxFixture.ProcessorId] = _inbox.Registration with { State = WebhookState.NotInPlan, NextCheckAt = DateTimeOffset.MaxValue };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", (TestToken.Development(_app.Key) with { Controller = _inbox.Controller }).Sign());
        using var issued = await _http.PostAsync($"controllers/{_inbox.Controller}/processors/{InboxFixture.ProcessorId}/flow-webhook", null);
        var view = JsonNode.Parse(await issued.Content.ReadAsStringAsync())!;
        _http.DefaultRequestHeaders.Authorization = null;
        Assert.Equal((HttpStatusCode.OK, true), (issued.StatusCode, issued.Headers.CacheControl?.NoStore));
        Assert.Equal($"https://dxtra.example/api/webhooks/klaviyo/{InboxFixture.ProcessorId}/flow", view["url"]!.GetValue<string>());

        var answer = await SendFlowAsync(view["authorization"]!.GetValue<string>(), Examples.Read("webhooks/flow.json"));

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        await Poll.UntilAsync(() => Task.FromResult(_inbox.Desk.Taken.Count), count => count == 1, "the news arrive");
        Assert.Equal(ConsentWay.FlowWebhook, _inbox.Desk.Taken.Single().Way);
        Assert.Equal(ConsentSource.FlowWebhook, _inbox.Processors.Processors.Single().ConsentSource);
    }

    [Fact]
    public async Task The_log_holds_neither_person_nor_secret()
    {
        await SendAsync(InboxFixture.ProcessorId, await SignedAsync());
        await SendFlowAsync("Bearer 5ecret5ecret5ecret", """{"profile":"01ADA"}""");
        await Poll.UntilAsync(() => Task.FromResult(_inbox.Desk.Taken.Count), count => count == 1, "the news arrive");

        var secret = await _inbox.SigningSecretAsync();
        Assert.DoesNotContain(_app.Log.Lines, line =>
            line.Contains("01ADA", StringComparison.Ordinal) || line.Contains(secret, StringComparison.Ordinal) || line.Contains("5ecret5ecret", StringComparison.Ordinal));
    }

    private async Task<Delivery> SignedAsync(DateTimeOffset? at = null, string webhookId = Deliveries.WebhookId)
    {
        var made = at ?? DateTimeOffset.UtcNow;
        return Deliveries.Sign(Deliveries.Body(made, webhookId, [Deliveries.Event("e1")]), await _inbox.SigningSecretAsync(), made, webhookId);
    }

    private static HttpRequestMessage Request(string processorId, Delivery delivery) => new(HttpMethod.Post, new Uri($"webhooks/klaviyo/{processorId}", UriKind.Relative))
    {
        Headers =
        {
            { "Klaviyo-Signature", delivery.Signature },
            { "Klaviyo-Timestamp", delivery.Timestamp },
            { "Klaviyo-Webhook-Id", delivery.WebhookId },
        },
        Content = new ByteArrayContent(delivery.Body) { Headers = { ContentType = new("application/json") } },
    };

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(string processorId, Delivery delivery)
    {
        using var request = Request(processorId, delivery);
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(HttpStatusCode Status, string Text)> SendFlowAsync(string? authorization, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"webhooks/klaviyo/{InboxFixture.ProcessorId}/flow", UriKind.Relative))
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string WithoutTrace(string problem)
    {
        var json = JsonNode.Parse(problem)!.AsObject();
        json.Remove("traceId");
        return json.ToJsonString();
    }
}
