using Microsoft.Extensions.Options;
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
    public async Task A_zip_is_named_by_what_is_in_it()
    {
        var request = Completed with { Outcome = OutcomeOf(new() { ["json"] = new("x/export.zip", 1, "5a") }) };

        var ready = Assert.IsType<DownloadExportResult.Ready>(await DownloadAsync(request));

        Assert.Equal($"https://blobs.test/x/export.zip?as=klaviyo-access-{_work.RequestId}-json.zip&for=5", ready.Link.AbsoluteUri);
    }

    [Fact]
    public async Task A_supplement_is_downloaded_by_its_number_and_logged_as_such()
    {
        var ready = Assert.IsType<DownloadExportResult.Ready>(await DownloadAsync(WithSupplements, supplement: 2));

        Assert.Equal($"https://blobs.test/x/look17/export.json?as=klaviyo-access-{_work.RequestId}-supplement-2.json&for=5", ready.Link.AbsoluteUri);
        Assert.Equal("json, supplement 2", Assert.Single(_activity.Entries).Outcome);
    }

    [Fact]
    public async Task A_supplement_that_there_is_not_is_told_with_how_many_there_are()
    {
        Assert.Equal(2, Assert.IsType<DownloadExportResult.NoSupplement>(await DownloadAsync(WithSupplements, supplement: 3)).Supplements);
        Assert.Equal(0, Assert.IsType<DownloadExportResult.NoSupplement>(await DownloadAsync(Completed, supplement: 1)).Supplements);
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

    [Fact]
    public async Task Nor_is_there_a_supplement_in_a_format_that_was_not_made() =>
        Assert.Equal(["json"], Assert.IsType<DownloadExportResult.NoFormat>(await DownloadAsync(WithSupplements, "csv", 1)).Available);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task An_export_can_be_had_until_it_expires(int secondsAfterItsEnd, bool ready)
    {
        var result = await DownloadAsync(Completed with { ExpiresAt = Some.Now.AddSeconds(-secondsAfterItsEnd) });

        Assert.Equal(ready, result is DownloadExportResult.Ready);
        Assert.Equal(ready, result is not DownloadExportResult.Expired);
        Assert.Equal(ready ? 1 : 0, _activity.Entries.Count);
    }

    [Fact]
    public async Task What_was_deleted_has_expired_whatever_its_time() =>
        Assert.IsType<DownloadExportResult.Expired>(await DownloadAsync(Completed with { ExpiredAt = Some.Now, ExpiresAt = null }));

    [Fact]
    public async Task An_expired_export_answers_410_and_what_to_do()
    {
        var answer = await ExportProblems.Expired(Some.Now).WriteAsync();

        Assert.Equal(410, answer.StatusCode);
        Assert.Equal("urn:dxtra:klaviyo:export-expired", answer.Json()["type"]!.GetValue<string>());
        Assert.Contains("2026-11-23 10:00 UTC", answer.Json()["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("new access request", answer.Json()["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

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
        ExpiresAt = Some.Now.AddDays(30),
        Outcome = OutcomeOf(new() { ["json"] = new("x/export.json", 1, "5a") }),
    };

    private SubjectRequest WithSupplements => Completed with
    {
        Outcome = Completed.Outcome! with { Supplements = [SupplementOf(1, 7), SupplementOf(2, 17)] },
    };

    private static RequestSupplement SupplementOf(int number, int look) =>
        new(number, look, Some.Now, 3, new Dictionary<string, ExportFile> { ["json"] = new($"x/look{look}/export.json", 1, "5a") });

    private static RequestOutcome OutcomeOf(Dictionary<string, ExportFile> exports) => AccessOutcome.Of([], exports);

    private Task<DownloadExportResult> DownloadAsync(SubjectRequest request, string format = "json", int? supplement = null)
    {
        var handler = new DownloadExportHandler(
            new FakeRequestStore(request), new FakeExportStore(), _activity, Options.Create(new AccessOptions()), new FakeTimeProvider(Some.Now));
        return handler.HandleAsync(new(_work.ControllerDid, _work.RequestId, format, supplement, "user-1"), CancellationToken.None);
    }
}
