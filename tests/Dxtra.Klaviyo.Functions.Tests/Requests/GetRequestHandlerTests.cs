using System.Text.Json;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class GetRequestHandlerTests
{
    private readonly FakeDurableClient _client = new();
    private readonly RequestWork _work = Some.Work();
    private readonly SubjectVault _vault = new(new(new FakeSecretStore()));

    [Fact]
    public async Task A_running_request_shows_its_step_and_progress()
    {
        Status("""{"Step":"gathering","Done":2,"Total":5,"Unit":"parts"}""");

        var view = await GetAsync(RequestStatus.Running);

        Assert.Equal(("gathering", new(2, 5, "parts")), (view?.Step, view?.Progress));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    public async Task A_status_that_was_never_set_is_no_progress(string? status)
    {
        Status(status);

        var view = await GetAsync(RequestStatus.Running);

        Assert.Equal((null, null), (view?.Step, view?.Progress));
    }

    [Fact]
    public async Task A_request_that_is_not_started_yet_is_shown() => Assert.NotNull(await GetAsync(RequestStatus.Received));

    [Fact]
    public async Task A_request_that_is_over_shows_no_progress()
    {
        Status("""{"Step":"gathering","Done":2,"Total":5,"Unit":"parts"}""");

        Assert.Null((await GetAsync(RequestStatus.Completed))?.Progress);
    }

    [Fact]
    public async Task A_view_shows_masks_and_no_place_in_storage()
    {
        var view = JsonSerializer.Serialize(await GetAsync(RequestStatus.Completed), Json.Options);

        Assert.Contains("a***@e***.com", view, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VhbGVk", view, StringComparison.Ordinal);
        Assert.DoesNotContain("export.json", view, StringComparison.Ordinal);
        Assert.DoesNotContain("5ub3ec7", view, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_controllers_request_is_not_there() => Assert.Null(
        await new GetRequestHandler(Store(RequestStatus.Running), _vault).HandleAsync(Some.Controller(), _work.RequestId, _client, CancellationToken.None));

    private void Status(string? status) => _client[_work.RequestId] =
        new("SomeOrchestrator", _work.RequestId) { SerializedCustomStatus = status, DataConverter = new PlainJson() };

    private Task<RequestView?> GetAsync(RequestStatus status) =>
        new GetRequestHandler(Store(status), _vault).HandleAsync(_work.ControllerDid, _work.RequestId, _client, CancellationToken.None);

    private FakeRequestStore Store(RequestStatus status) =>
        new(Some.Request(_work, status) with { Outcome = status == RequestStatus.Completed ? AccessOutcome.Of([], new Dictionary<string, ExportFile> { ["json"] = new("x/export.json", 1, "5a") }) : null });

    /// <summary>Names as they stand in C#, as the engines write them.</summary>
    private sealed class PlainJson : DataConverter
    {
        public override object? Deserialize(string? data, Type targetType) => data is null ? null : JsonSerializer.Deserialize(data, targetType);

        public override string? Serialize(object? value) => JsonSerializer.Serialize(value);
    }
}
