using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class RequestAccessHandlerTests
{
    private static readonly AccessRequestBody Body = new(new("ada@example.com", null, null, null), null, "ccpa", null, "Ada called.");

    private readonly string _controller = Some.Controller();
    private readonly FakeRequestStore _requests = new();
    private readonly FakeDurableClient _client = new();
    private readonly FakeExportExpiryStore _expiries = new();
    private readonly SubjectVault _vault = new(new(new FakeSecretStore()));

    [Fact]
    public async Task A_request_is_stored_with_its_subject_sealed_and_the_work_is_started()
    {
        var request = await AcceptedAsync(Body);

        Assert.Equal((RequestStatus.Received, "ccpa", Some.Now.AddDays(45)), (request.Status, request.Regulation, request.DueAt));
        Assert.Equal(nameof(AccessOrchestrator), _client[request.Id].Name);
        Assert.Equal(new RequestWork(_controller, "p1", request.Id), _client.Inputs[request.Id]);
        Assert.Equal(new(Some.Ada, "Ada called."), await _vault.OpenAsync(request, CancellationToken.None));
        Assert.DoesNotContain("ada@", request.SubjectCipherText, StringComparison.OrdinalIgnoreCase);
        // Without what is random, in which any three letters may come up.
        var said = request with { Id = "", ControllerDid = "", SubjectCipherText = "", SubjectKey = "" };
        Assert.DoesNotContain("ada", said.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_passphrase_is_kept_sealed_only_and_noted_for_its_end()
    {
        var request = await AcceptedAsync(Body with { Passphrase = "correct horse battery" });

        Assert.True(request.Encrypted);
        Assert.Equal("correct horse battery", (await _vault.OpenAsync(request, CancellationToken.None)).Passphrase);
        Assert.DoesNotContain("horse", JsonSerializer.Serialize(request), StringComparison.Ordinal);
        Assert.Equal(new(_controller, request.Id, Some.Now.AddDays(30)), Assert.Single(_expiries.All));
    }

    [Fact]
    public async Task Without_a_passphrase_nothing_is_encrypted() => Assert.False((await AcceptedAsync(Body)).Encrypted);

    [Fact]
    public async Task The_same_call_with_the_same_key_is_answered_with_the_first_request()
    {
        var first = await AcceptedAsync(Body, "key-1");

        Assert.Equal(first, await AcceptedAsync(Body with { }, "key-1"));
        Assert.Single(_client.Inputs);
    }

    [Fact]
    public async Task Second_request_for_the_same_subject_returns_the_first_id()
    {
        var first = await AcceptedAsync(Body);

        var second = Assert.IsType<NewRequestResult.AlreadyRunning>(await HandleAsync(Body with { Subject = new("ADA@Example.com", null, null, null), Note = null }));

        Assert.Equal(first.Id, second.Request.Id);
        Assert.Single(_client.Inputs);
    }

    [Fact]
    public async Task One_number_in_two_spellings_is_the_same_subject()
    {
        var first = await AcceptedAsync(Body with { Subject = new(null, "+1 (555) 123-4567", null, null) });

        var second = Assert.IsType<NewRequestResult.AlreadyRunning>(await HandleAsync(Body with { Subject = new(null, "+15551234567", null, null) }));

        Assert.Equal(first.Id, second.Request.Id);
        Assert.Equal("+15551234567", (await _vault.OpenAsync(first, CancellationToken.None)).Subject.Phone);
    }

    [Fact]
    public async Task A_subject_whose_request_is_over_may_ask_again()
    {
        var first = await AcceptedAsync(Body);
        await _requests.UpdateAsync(_controller, first.Id, "x", request => request with { Status = RequestStatus.Cancelled }, CancellationToken.None);

        Assert.NotEqual(first.Id, (await AcceptedAsync(Body)).Id);
        Assert.Equal(2, _client.Inputs.Count);
    }

    [Fact]
    public async Task Other_people_are_other_requests()
    {
        await AcceptedAsync(Body);
        await AcceptedAsync(Body with { Subject = new("bob@example.com", null, null, null) });

        Assert.Equal(2, _client.Inputs.Count);
    }

    [Fact]
    public async Task A_key_with_another_body_is_refused()
    {
        await AcceptedAsync(Body, "key-1");

        Assert.IsType<NewRequestResult.KeyReused>(await HandleAsync(Body with { Note = "Bob called." }, "key-1"));
    }

    [Theory]
    [InlineData("PendingConfirmation", false)]
    [InlineData("Active", true)]
    [InlineData("Error", true)]
    [InlineData("Disconnected", false)]
    public async Task A_processor_that_is_connected_is_needed(string status, bool accepted) =>
        Assert.Equal(accepted, await HandleAsync(Body, status: Enum.Parse<ProcessorStatus>(status)) is NewRequestResult.Accepted);

    [Fact]
    public async Task A_processor_of_another_controller_is_not_there() =>
        Assert.IsType<NewRequestResult.NoProcessor>(await HandleAsync(Body, processorOf: Some.Controller()));

    [Fact]
    public async Task A_bad_body_is_told_before_anything_is_looked_up() =>
        Assert.IsType<NewRequestResult.Invalid>(await HandleAsync(Body with { Subject = null }, processorOf: Some.Controller()));

    private async Task<SubjectRequest> AcceptedAsync(AccessRequestBody body, string? key = null) =>
        Assert.IsType<NewRequestResult.Accepted>(await HandleAsync(body, key)).Request;

    private Task<NewRequestResult> HandleAsync(
        AccessRequestBody body, string? key = null, ProcessorStatus status = ProcessorStatus.Active, string? processorOf = null)
    {
        var processors = new FakeProcessorStore(Some.Processor(processorOf ?? _controller, "p1", status));
        var handler = new RequestAccessHandler(Some.Desk(processors, _requests, _vault), new(_vault), Some.Retention(_expiries), new FakeTimeProvider(Some.Now));
        return handler.HandleAsync(new NewRequest<AccessRequestBody>(_controller, "p1", body, "user-1", key), _client, CancellationToken.None);
    }
}
