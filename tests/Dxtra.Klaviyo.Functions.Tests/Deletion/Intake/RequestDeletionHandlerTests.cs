using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class RequestDeletionHandlerTests
{
    private readonly string _controller = Some.Controller();
    private readonly FakeRequestStore _requests = new();
    private readonly FakeRetentionStore _retention = new();
    private readonly FakeActivityLog _activity = new();
    private readonly FakeDurableClient _client = new();
    private readonly SubjectVault _vault = new(new(new FakeSecretStore()));

    [Theory]
    [InlineData("request-array.json")]
    [InlineData("request-object.json")]
    public async Task A_request_is_stored_sealed_and_waits_for_the_identity(string example)
    {
        var request = await AcceptedAsync(Body(example));

        Assert.Equal((RequestKind.Deletion, RequestStatus.AwaitingIdentity, Some.Now.AddMonths(1)), (request.Kind, request.Status, request.DueAt));
        Assert.Equal([DeletionScope.EmailLists, DeletionScope.Profile, DeletionScope.Events], request.Deletion!.Scope);
        Assert.Equal(Some.Now.AddDays(14), request.Deletion.IdentityDueAt);
        Assert.Equal("DeletionOrchestrator", _client[request.Id].Name);
        Assert.Equal(new(Some.Ada, "Ada called."), await _vault.OpenAsync(request, CancellationToken.None));
        Assert.Equal(new(_controller, request.Id, Some.Now.AddDays(30)), Assert.Single(_retention.All));
    }

    [Fact]
    public async Task It_is_logged_with_what_it_asks_for()
    {
        var request = await AcceptedAsync(Body());

        var entry = Assert.Single(_activity.Entries);
        Assert.Equal((ActivityType.DeletionRequest, "user-1", request.Id), (entry.Type, entry.Actor, entry.RequestId));
        Assert.Equal(["emailLists", "profile", "events"], entry.Fields);
    }

    [Fact]
    public async Task The_same_call_with_the_same_key_is_answered_with_the_first_request_and_logged_once()
    {
        var first = await AcceptedAsync(Body(), "key-1");

        Assert.Equal(first.Id, (await AcceptedAsync(Body(), "key-1")).Id);
        Assert.Single(_client.Inputs);
        Assert.Single(_activity.Entries);
    }

    [Fact]
    public async Task A_key_with_another_body_is_refused()
    {
        await AcceptedAsync(Body(), "key-1");

        Assert.IsType<NewRequestResult.KeyReused>(await HandleAsync(Body() with { Note = "Bob called." }, "key-1"));
    }

    [Fact]
    public async Task Second_request_for_the_same_subject_returns_the_first_id()
    {
        var first = await AcceptedAsync(Body());

        var second = Assert.IsType<NewRequestResult.AlreadyRunning>(await HandleAsync(Body() with { Note = null }));

        Assert.Equal(first.Id, second.Request.Id);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var invalid = Assert.IsType<NewRequestResult.Invalid>(await HandleAsync(new(new("no address", null, null, null), null, "codex", Some.Now.AddDays(1), "\u0001")));

        var errors = (await invalid.Errors.ToProblem().WriteAsync()).Json()["errors"]!.AsObject();
        Assert.Equal(["note", "receivedAt", "regulation", "scope", "subject.email"], errors.Select(error => error.Key).Order());
        Assert.Empty(_client.Inputs);
    }

    [Fact]
    public async Task A_processor_that_is_connected_is_needed()
    {
        Assert.IsType<NewRequestResult.NotActive>(await HandleAsync(Body(), status: ProcessorStatus.Disconnected));
        Assert.Empty(_retention.All);
    }

    private static DeletionRequestBody Body(string example = "request-array.json")
    {
        var read = RequestBody.Parse<DeletionRequestBody>(Encoding.UTF8.GetBytes(Examples.Read($"deletion/{example}")));
        Assert.Null(read.Problem);
        return read.Value!;
    }

    private async Task<SubjectRequest> AcceptedAsync(DeletionRequestBody body, string? key = null) =>
        Assert.IsType<NewRequestResult.Accepted>(await HandleAsync(body, key)).Request;

    private Task<NewRequestResult> HandleAsync(DeletionRequestBody body, string? key = null, ProcessorStatus status = ProcessorStatus.Active)
    {
        var desk = Some.Desk(new FakeProcessorStore(Some.Processor(_controller, "p1", status)), _requests, _vault, _retention);
        var handler = new RequestDeletionHandler(
            desk, new(_vault, Options.Create(new DeletionOptions())), [new(RequestKind.Deletion, "DeletionOrchestrator")], _activity, new FakeTimeProvider(Some.Now));
        return handler.HandleAsync(new(_controller, "p1", body, "user-1", key), _client, CancellationToken.None);
    }
}
