using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ExtendRequestHandlerTests
{
    private const string Why = "Ada has 4,000 orders.";

    private readonly RequestWork _work = Some.Work();
    private readonly FakeActivityLog _activity = new();
    private readonly FakeTimeProvider _time = new(Some.Now.AddDays(1));
    private readonly SubjectVault _vault = new(new(new FakeSecretStore()));

    [Theory]
    [InlineData("gdpr", "2027-02-23T10:00:00Z")]
    [InlineData("ccpa", "2027-02-21T10:00:00Z")]
    public async Task The_deadline_moves_as_the_law_permits(string regulation, string dueAt)
    {
        var store = Store(regulation);

        var view = Assert.IsType<ExtendRequestResult.Extended>(await ExtendAsync(store)).View;

        Assert.Equal(DateTimeOffset.Parse(dueAt, System.Globalization.CultureInfo.InvariantCulture), view.DueAt);
        Assert.Equal(view.DueAt, store[_work].DueAt);
        Assert.Equal((_time.GetUtcNow(), "user-1", Some.Now.AddMonths(1), Why), (view.Extension!.At, view.Extension.Actor, view.Extension.DueBefore, view.Extension.Reason));
        var entry = Assert.Single(_activity.Entries);
        Assert.Equal((ActivityType.RequestExtended, "user-1", _work.RequestId), (entry.Type, entry.Actor, entry.RequestId));
    }

    [Fact]
    public async Task The_reason_is_kept_sealed_and_shown_to_who_may_see_the_request()
    {
        var store = Store("gdpr");
        await ExtendAsync(store);

        Assert.DoesNotContain("Ada", JsonSerializer.Serialize(store[_work] with { SubjectCipherText = "" }), StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", JsonSerializer.Serialize(_activity.Entries), StringComparison.Ordinal);
        var view = await new GetRequestHandler(store, _vault).HandleAsync(_work.ControllerDid, _work.RequestId, new FakeDurableClient(), CancellationToken.None);
        Assert.Equal(Why, view!.Extension!.Reason);
        Assert.DoesNotContain("Ada", $"{view} {new ExtendRequestBody(Why)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_says_who_moved_the_deadline_and_where_to()
    {
        var store = Store("gdpr");
        await ExtendAsync(store);

        var entry = Assert.Single(await store.ReadLogAsync(_work.ControllerDid, _work.RequestId, CancellationToken.None));
        Assert.Equal((RequestStatus.Running, RequestStatus.Running, "user-1", store[_work].DueAt), (entry.From, entry.To, entry.Actor, entry.DueAt));
    }

    [Fact]
    public async Task There_is_one_extension_and_no_second()
    {
        var store = Store("gdpr");
        await ExtendAsync(store);
        var due = store[_work].DueAt;

        Assert.Equal(new ExtendRequestResult.Refused(ExtensionRefusal.AlreadyExtended), await ExtendAsync(store));
        Assert.Equal(due, store[_work].DueAt);
        Assert.Single(_activity.Entries);
    }

    [Theory]
    [InlineData("lgpd")]
    [InlineData("pdpa")]
    public async Task A_law_without_extension_gives_none(string regulation) =>
        Assert.Equal(new ExtendRequestResult.Refused(ExtensionRefusal.NotInThisLaw), await ExtendAsync(Store(regulation)));

    [Fact]
    public async Task When_the_deadline_has_passed_it_is_too_late()
    {
        var store = Store("gdpr");
        _time.SetUtcNow(store[_work].DueAt.AddSeconds(1));

        Assert.Equal(new ExtendRequestResult.Refused(ExtensionRefusal.TooLate), await ExtendAsync(store));
        Assert.Empty(_activity.Entries);
    }

    [Fact]
    public async Task On_the_deadline_it_is_not()
    {
        var store = Store("gdpr");
        _time.SetUtcNow(store[_work].DueAt);

        Assert.IsType<ExtendRequestResult.Extended>(await ExtendAsync(store));
    }

    [Theory]
    [InlineData("Completed")]
    [InlineData("Failed")]
    [InlineData("Cancelled")]
    public async Task A_request_that_is_over_is_not_extended(string status)
    {
        var over = Enum.Parse<RequestStatus>(status);

        Assert.Equal(new ExtendRequestResult.NotNow(over), await ExtendAsync(Store("gdpr", over)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task A_reason_is_needed(string? reason)
    {
        var invalid = Assert.IsType<ExtendRequestResult.Invalid>(await ExtendAsync(Store("gdpr"), reason));

        Assert.Equal(["reason"], invalid.Errors.ToProblem().Errors!.Keys);
    }

    [Fact]
    public async Task A_reason_has_1000_characters_at_most() =>
        Assert.IsType<ExtendRequestResult.Invalid>(await ExtendAsync(Store("gdpr"), new('x', 1001)));

    [Fact]
    public async Task Another_controllers_request_is_not_there() => Assert.IsType<ExtendRequestResult.NoRequest>(
        await new ExtendRequestHandler(Store("gdpr"), _vault, _activity, _time).HandleAsync(Some.Controller(), _work.RequestId, new(Why), "x", CancellationToken.None));

    [Theory]
    [InlineData("AlreadyExtended", "once")]
    [InlineData("TooLate", "passed")]
    [InlineData("NotInThisLaw", "no extension")]
    public void A_refusal_says_why(string reason, string said)
    {
        var problem = RequestProblems.NoExtension(Enum.Parse<ExtensionRefusal>(reason));

        Assert.Equal((StatusCodes.Status409Conflict, "urn:dxtra:klaviyo:extension-not-permitted"), (problem.Status, problem.Type));
        Assert.Contains(said, problem.Detail, StringComparison.Ordinal);
    }

    private FakeRequestStore Store(string regulation, RequestStatus status = RequestStatus.Running) =>
        new(Some.Request(_work, status) with { Regulation = regulation });

    private Task<ExtendRequestResult> ExtendAsync(FakeRequestStore store, string? reason = Why) => new ExtendRequestHandler(store, _vault, _activity, _time)
        .HandleAsync(_work.ControllerDid, _work.RequestId, new(reason), "user-1", CancellationToken.None);
}
