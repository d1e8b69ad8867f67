namespace Dxtra.Klaviyo.Client.Tests;

public class ExchangeTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_an_error_and_the_key_stays_here(int status)
    {
        await using var elsewhere = await StandIn.StartAsync(Answer.Example("documents/account.json"));
        await using var server = await StandIn.StartAsync(Answer.Redirect(status, new Uri(elsewhere.Address, "/api/accounts/")));
        await using var client = new TestClient(server.Address);
        var thrown = await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => client.Klaviyo.Accounts.GetAsync());
        Assert.Equal(KlaviyoUnavailableReason.Redirected, thrown.Reason);
        Assert.Empty(elsewhere.Received);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task An_attempt_that_runs_out_of_time_is_thrown_and_not_repeated()
    {
        var arrived = new TaskCompletionSource();
        await using var server = await StandIn.StartAsync(Answer.Silence(arrived));
        await using var client = new TestClient(server.Address);
        var reading = client.Klaviyo.Accounts.GetAsync();

        await arrived.Task;
        client.Time.Advance(TestClient.AttemptTimeout);
        var thrown = await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => reading);
        Assert.Equal(KlaviyoUnavailableReason.TimedOut, thrown.Reason);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_a_cancellation_and_no_Klaviyo_fault()
    {
        var arrived = new TaskCompletionSource();
        await using var server = await StandIn.StartAsync(Answer.Silence(arrived));
        await using var client = new TestClient(server.Address);
        using var caller = new CancellationTokenSource();
        var reading = client.Klaviyo.Accounts.GetAsync(caller.Token);

        await arrived.Task;
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_caller_who_gives_up_between_attempts_is_not_kept_waiting()
    {
        await using var server = await StandIn.StartAsync(Answer.Throttled("1"));
        await using var client = new TestClient(server.Address);
        using var caller = new CancellationTokenSource();
        var reading = client.Klaviyo.Metrics.ListAsync(caller.Token).ToListAsync().AsTask();

        await client.Time.NextRetryWaitAsync();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_compressed_answer_is_read()
    {
        await using var server = await StandIn.StartAsync(Answer.Compressed(Examples.Read("documents/account.json")));
        await using var client = new TestClient(server.Address);
        Assert.Equal("Europe/Berlin", (await client.Klaviyo.Accounts.GetAsync()).Attributes.Timezone);
        Assert.Contains("gzip", Assert.Single(server.Received).Headers["Accept-Encoding"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_larger_than_permitted_is_refused(bool announced)
    {
        var body = $$"""{ "data": [], "padding": "{{new string('x', 2000)}}" }""";
        await using var server = await StandIn.StartAsync(context =>
        {
            context.Response.ContentLength = announced ? body.Length : null;
            return Answer.Text(body)(context);
        });
        await using var client = new TestClient(server.Address, options => options.MaxResponseBytes = 1024);
        var thrown = await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => client.Klaviyo.Accounts.GetAsync());
        Assert.Equal(KlaviyoUnavailableReason.BodyTooLarge, thrown.Reason);
    }

    [Fact]
    public async Task A_body_cut_off_is_told_from_one_of_another_shape()
    {
        await using var server = await StandIn.StartAsync(
            Answer.CutOff("""{ "data": ["""), Answer.Text("""{ "data": ["""), Answer.Text("{}"), Answer.Page());
        await using var client = TestClient.Impatient(server.Address);
        KlaviyoUnavailableReason[] expected =
        [
            KlaviyoUnavailableReason.ConnectionLost, KlaviyoUnavailableReason.UnreadableBody,
            KlaviyoUnavailableReason.UnexpectedShape, KlaviyoUnavailableReason.UnexpectedShape,
        ];
        foreach (var reason in expected)
            Assert.Equal(reason, (await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => client.Klaviyo.Accounts.GetAsync())).Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_make_another_path_is_refused_before_anything_is_sent(string id)
    {
        await using var client = new TestClient(new Uri("http://127.0.0.1:9/"));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Klaviyo.Profiles.FindByIdAsync(id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_size_that_Klaviyo_does_not_give_is_refused(int size)
    {
        await using var client = new TestClient(new Uri("http://127.0.0.1:9/"));
        Assert.Throws<ArgumentOutOfRangeException>(() => client.Klaviyo.Events.SearchAsync(pageSize: size));
    }
}
