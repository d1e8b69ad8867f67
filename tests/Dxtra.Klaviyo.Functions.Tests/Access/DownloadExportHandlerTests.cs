using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class DownloadExportHandlerTests
{
    private readonly RequestWork _work = Some.Work();
    private readonly FakeActivityLog _activity = new();

    [Fact]
    public async Task A_completed_export_has_a_link_of_five_minutes_and_the_download_is_logged()
    {
        var ready = Assert.IsType<DownloadExportResult.Ready>(await DownloadAsync(Completed));

        Assert.Equal($"https://blobs.test/x/export.json?as=klaviyo-access-{_work.RequestId}.json&for=5", ready.Link.AbsoluteUri);
        var entry = Assert.Single(_activity.Entries);
        Assert.Equal((ActivityType.ExportDownload, "user-1", _work.RequestId, "json"), (entry.Type, entry.Actor, entry.RequestId, entry.Outcome));
    }

    [Fact]
    public async Task Without_a_log_entry_there_is_no_link()
    {
        _activity.Fault = new IOException("no log");

        await Assert.ThrowsAsync<IOException>(() => DownloadAsync(Completed));
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("JSON")]
    public async Task A_format_that_was_not_made_is_told_with_those_that_were(string format) =>
        Assert.Equal(["json"], Assert.IsType<DownloadExportResult.NoFormat>(await DownloadAsync(Completed, format)).Available);

    [Theory]
    [InlineData("Received")]
    [InlineData("Running")]
    [InlineData("Failed")]
    [InlineData("Cancelled")]
    public async Task A_request_that_is_not_completed_has_none(string status)
    {
        var request = Completed with { Status = Enum.Parse<RequestStatus>(status) };

        Assert.Equal(request.Status, Assert.IsType<DownloadExportResult.NotReady>(await DownloadAsync(request)).Status);
        Assert.Empty(_activity.Entries);
    }

    [Fact]
    public async Task A_deletion_request_has_none() =>
        Assert.IsType<DownloadExportResult.NoRequest>(await DownloadAsync(Completed with { Kind = RequestKind.Deletion }));

    [Fact]
    public async Task Another_controllers_request_is_not_there() =>
        Assert.IsType<DownloadExportResult.NoRequest>(await DownloadAsync(Completed with { ControllerDid = Some.Controller() }));

    private SubjectRequest Completed => Some.Request(_work, RequestStatus.Completed) with
    {
        Outcome = AccessOutcome.Of([], new Dictionary<string, ExportFile> { ["json"] = new("x/export.json", 1, "5a") }),
    };

    private Task<DownloadExportResult> DownloadAsync(SubjectRequest request, string format = "json") =>
        new DownloadExportHandler(new FakeRequestStore(request), new FakeExportStore(), _activity, new FakeTimeProvider(Some.Now))
            .HandleAsync(_work.ControllerDid, _work.RequestId, format, "user-1", CancellationToken.None);
}
