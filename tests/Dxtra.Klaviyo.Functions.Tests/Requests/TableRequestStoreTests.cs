using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TableRequestStoreTests(StorageFixture storage)
{
    private static readonly IdempotencyClaim Key = new("5a", "b0d1");

    private readonly TableRequestStore _store = new(storage.Tables, new FakeTimeProvider(Some.Now));
    private readonly RequestWork _work = Some.Work();

    [Fact]
    public async Task A_claimed_request_is_found_as_it_was_with_its_first_log_row()
    {
        var request = Some.Request(_work);

        Assert.IsType<ClaimResult.Claimed>(await _store.ClaimAsync(request, "user-1", null, CancellationToken.None));

        Assert.Equivalent(request, await FindAsync(), strict: true);
        Assert.Equal([new(Some.Now, null, RequestStatus.Received, "user-1")], await LogAsync());
    }

    [Fact]
    public async Task A_repeated_key_gives_the_first_request_and_stores_no_second()
    {
        await ClaimAsync(_work, Key);
        var second = _work with { RequestId = DescendingId.New(Some.Now) };

        Assert.Equal(new ClaimResult.Repeated(_work.RequestId), await ClaimAsync(second, Key));
        Assert.Null(await _store.FindAsync(second.ControllerDid, second.RequestId, CancellationToken.None));
    }

    [Fact]
    public async Task A_key_that_comes_with_another_body_is_refused()
    {
        await ClaimAsync(_work, Key);
        var second = _work with { RequestId = DescendingId.New(Some.Now) };

        Assert.IsType<ClaimResult.KeyReused>(await ClaimAsync(second, Key with { BodyHash = "other" }));
    }

    [Fact]
    public async Task One_key_of_two_controllers_makes_two_requests()
    {
        Assert.IsType<ClaimResult.Claimed>(await ClaimAsync(_work, Key));
        Assert.IsType<ClaimResult.Claimed>(await ClaimAsync(Some.Work(), Key));
    }

    [Fact]
    public async Task Of_claims_that_race_with_one_key_one_is_made_and_the_others_name_it()
    {
        var works = Enumerable.Range(0, 8).Select(_ => _work with { RequestId = DescendingId.New(Some.Now) }).ToList();

        var results = await Task.WhenAll(works.Select(work => ClaimAsync(work, Key)));

        var made = works[results.ToList().FindIndex(result => result is ClaimResult.Claimed)];
        Assert.Equal(7, results.Count(result => result == new ClaimResult.Repeated(made.RequestId)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_claim_whose_answer_was_lost_is_still_ours(bool withKey)
    {
        var transport = new LossyTransport(request => request.Uri.ToUri().AbsolutePath.EndsWith("$batch", StringComparison.Ordinal));
        var options = new TableClientOptions { Transport = transport, Retry = { Delay = TimeSpan.FromMilliseconds(1), Mode = RetryMode.Fixed } };
        var store = new TableRequestStore(new(new TableServiceClient(storage.ConnectionString, options)), TimeProvider.System);

        var result = await store.ClaimAsync(Some.Request(_work), "user-1", withKey ? Key : null, CancellationToken.None);

        Assert.True(transport.HasLost);
        Assert.IsType<ClaimResult.Claimed>(result);
        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task A_second_request_for_the_subject_names_the_first_until_that_is_over()
    {
        var first = Some.Request(_work);
        await ClaimAsync(first);

        Assert.Equal(new ClaimResult.AlreadyRunning(first.Id), await ClaimAsync(Another(first)));
        await MoveAsync(RequestStatus.AwaitingApproval, "system");
        Assert.Equal(new ClaimResult.AlreadyRunning(first.Id), await ClaimAsync(Another(first)));
        await MoveAsync(RequestStatus.Cancelled, "user-1");
        Assert.IsType<ClaimResult.Claimed>(await ClaimAsync(Another(first)));
    }

    [Fact]
    public async Task The_subject_of_another_processor_or_of_another_kind_is_free()
    {
        var first = Some.Request(_work);
        await ClaimAsync(first);

        Assert.IsType<ClaimResult.Claimed>(await ClaimAsync(Another(first) with { ProcessorId = "p2" }));
        Assert.IsType<ClaimResult.Claimed>(await ClaimAsync(Another(first) with { Kind = RequestKind.Deletion }));
        Assert.IsType<ClaimResult.Claimed>(await ClaimAsync(Another(first) with { SubjectKey = "0ther" }));
    }

    [Fact]
    public async Task Of_requests_that_race_for_one_subject_one_is_made_and_the_others_name_it()
    {
        var requests = Enumerable.Range(0, 8).Select(_ => Another(Some.Request(_work))).ToList();

        var results = await Task.WhenAll(requests.Select(ClaimAsync));

        var made = requests[results.ToList().FindIndex(result => result is ClaimResult.Claimed)];
        Assert.Equal(7, results.Count(result => result == new ClaimResult.AlreadyRunning(made.Id)));
    }

    [Fact]
    public async Task A_repeated_key_is_told_apart_from_a_second_request()
    {
        await ClaimAsync(_work, Key);
        var second = Another(await FindAsync() ?? throw new InvalidOperationException());

        Assert.Equal(new ClaimResult.Repeated(_work.RequestId), await _store.ClaimAsync(second, "user-1", Key, CancellationToken.None));
        Assert.IsType<ClaimResult.KeyReused>(await _store.ClaimAsync(second, "user-1", Key with { BodyHash = "other" }, CancellationToken.None));
    }

    [Fact]
    public async Task A_claim_that_a_crash_left_behind_does_not_block_the_person()
    {
        var first = Some.Request(_work, RequestStatus.Running);
        await ClaimAsync(first);
        // The request ended without its claim, as an older version or a repaired table might leave it.
        var table = await storage.Tables.GetAsync("Requests", CancellationToken.None);
        await table.UpsertEntityAsync(RequestRow.Of(first with { Status = RequestStatus.Failed }, moves: 1), cancellationToken: CancellationToken.None);

        Assert.IsType<ClaimResult.Claimed>(await ClaimAsync(Another(first)));
    }

    [Fact]
    public async Task Another_run_of_a_request_takes_its_subject_again()
    {
        var first = Some.Request(_work);
        await ClaimAsync(first);
        await MoveAsync(RequestStatus.Failed, "system");
        await MoveAsync(RequestStatus.Running, "user-1");

        Assert.Equal(new ClaimResult.AlreadyRunning(first.Id), await ClaimAsync(Another(first)));
    }

    [Fact]
    public async Task Another_run_beside_a_newer_request_leaves_the_subject_to_that()
    {
        var (first, second) = (Some.Request(_work), Another(Some.Request(_work)));
        await ClaimAsync(first);
        await MoveAsync(RequestStatus.Failed, "system");
        await ClaimAsync(second);
        await MoveAsync(RequestStatus.Running, "user-1");
        await MoveAsync(RequestStatus.Failed, "system");

        Assert.Equal(new ClaimResult.AlreadyRunning(second.Id), await ClaimAsync(Another(first)));
    }

    [Fact]
    public async Task A_deadline_that_moves_is_logged_and_filtered_by()
    {
        await ClaimAsync(_work);
        var (before, after) = (Some.Now.AddMonths(1), Some.Now.AddMonths(3));

        await ChangeAsync(request => request with { DueAt = after });

        Assert.Equal(new(Some.Now, RequestStatus.Received, RequestStatus.Received, "system", after), (await LogAsync())[^1]);
        Assert.Empty(await OverdueAsync(before.AddDays(1)));
        Assert.Single(await OverdueAsync(after.AddDays(1)));
    }

    [Theory]
    [InlineData("a", 4_000, 1_000)]
    [InlineData("漢", 4_000, 1_000)]
    [InlineData("😀", 1_160, 290)]
    public async Task The_longest_note_and_reason_fit_in_every_script(string letter, int note, int reason)
    {
        var vault = new SubjectVault(new(new FakeSecretStore()));
        var request = Some.Request(_work);
        var subject = await vault.SealAsync(_work.ControllerDid, request.Id, new(Some.Ada, string.Concat(Enumerable.Repeat(letter, note))), CancellationToken.None);
        var sealedReason = await vault.SealReasonAsync(request, string.Concat(Enumerable.Repeat(letter, reason)), CancellationToken.None);

        await ClaimAsync(request with { SubjectCipherText = subject.CipherText, Extension = new(Some.Now, "user-1", Some.Now, sealedReason) });

        Assert.Equal(sealedReason, (await FindAsync())?.Extension?.ReasonCipherText);
    }

    [Fact]
    public async Task The_requests_of_a_batch_are_found_by_it_and_no_others()
    {
        var batch = DescendingId.New(Some.Now);
        var requests = Enumerable.Range(0, 3).Select(_ => Another(Some.Request(_work)) with { BatchId = batch }).Select((request, index) => request with { SubjectKey = $"s{index}" }).ToList();
        foreach (var request in requests)
            await ClaimAsync(request);
        await ClaimAsync(_work);
        await _store.UpdateAsync(_work.ControllerDid, requests[0].Id, "x", request => request with { Status = RequestStatus.Running }, CancellationToken.None);

        var statuses = await _store.StatusesAsync(_work.ControllerDid, batch, CancellationToken.None);

        Assert.Equal(requests.Select(request => request.Id).Order(), statuses.Keys.Order());
        Assert.Equal(1, statuses.Values.Count(status => status == RequestStatus.Running));
    }

    [Fact]
    public async Task A_move_leaves_a_log_row_with_its_actor()
    {
        await ClaimAsync(_work);

        await MoveAsync(RequestStatus.Running, "system");
        await MoveAsync(RequestStatus.Failed, "user-2");

        Assert.Equal(RequestStatus.Failed, (await FindAsync())?.Status);
        Assert.Equal(
            [(null, RequestStatus.Received, "user-1"), (RequestStatus.Received, RequestStatus.Running, "system"), (RequestStatus.Running, RequestStatus.Failed, "user-2")],
            (await LogAsync()).Select(entry => (entry.From, entry.To, entry.Actor)));
    }

    [Fact]
    public async Task A_change_without_a_move_leaves_none()
    {
        await ClaimAsync(_work);

        await ChangeAsync(request => request with { Profiles = [new("p1", "a***", ["email"], [])] });

        Assert.Equal("p1", Assert.Single((await FindAsync())!.Profiles!).ProfileId);
        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task An_illegal_move_throws_and_changes_nothing()
    {
        await ClaimAsync(_work);

        await Assert.ThrowsAsync<InvalidOperationException>(() => MoveAsync(RequestStatus.Completed, "system"));

        Assert.Equal(RequestStatus.Received, (await FindAsync())?.Status);
        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task A_request_that_is_missing_cannot_be_changed() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => MoveAsync(RequestStatus.Running, "system"));

    [Fact]
    public async Task Changes_that_race_all_land()
    {
        await ClaimAsync(_work);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => ChangeAsync(request =>
            request with { Profiles = [.. request.Profiles ?? [], new($"p{number}", "", [], [])] })));

        Assert.Equal(Enumerable.Range(0, 8).Select(number => $"p{number}"), (await FindAsync())!.Profiles!.Select(profile => profile.ProfileId).Order());
    }

    [Fact]
    public async Task Of_moves_that_race_to_the_same_status_one_is_logged()
    {
        await ClaimAsync(_work);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => MoveAsync(RequestStatus.Running, "system")));

        Assert.Equal(2, (await LogAsync()).Count);
    }

    [Fact]
    public async Task Another_controller_sees_nothing_of_it()
    {
        await ClaimAsync(_work);
        var other = Some.Controller();

        Assert.Null(await _store.FindAsync(other, _work.RequestId, CancellationToken.None));
        Assert.Empty(await _store.ReadLogAsync(other, _work.RequestId, CancellationToken.None));
        Assert.Empty((await _store.ListAsync(other, new(null, null, null), new(50, null), CancellationToken.None)).Items);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("' or 1 eq 1 or '")]
    [InlineData("r|")]
    public async Task An_id_that_no_request_can_have_is_not_found(string id) =>
        Assert.Null(await _store.FindAsync(_work.ControllerDid, id, CancellationToken.None));

    [Theory]
    [InlineData(510)]
    [InlineData(511)]
    [InlineData(5000)]
    public async Task A_long_id_is_not_found(int length) =>
        Assert.Null(await _store.FindAsync(_work.ControllerDid, new string('a', length), CancellationToken.None));

    [Fact]
    public async Task A_controller_with_a_percent_sign_in_its_id_keeps_its_requests()
    {
        var work = Some.Work("did:web:localhost%3A8443:" + Guid.NewGuid().ToString("n"));
        await ClaimAsync(work, Key);

        await _store.UpdateAsync(work.ControllerDid, work.RequestId, "x", request => request with { Status = RequestStatus.Running }, CancellationToken.None);

        var listed = await _store.ListAsync(work.ControllerDid, new(null, null, null), new(50, null), CancellationToken.None);
        Assert.Equal(work.ControllerDid, Assert.Single(listed.Items).ControllerDid);
    }

    private Task<ClaimResult> ClaimAsync(RequestWork work, IdempotencyClaim? key = null) =>
        _store.ClaimAsync(Some.Request(work), "user-1", key, CancellationToken.None);

    private Task<ClaimResult> ClaimAsync(SubjectRequest request) => _store.ClaimAsync(request, "user-1", null, CancellationToken.None);

    /// <summary>For the same subject.</summary>
    private static SubjectRequest Another(SubjectRequest request) => request with { Id = DescendingId.New(Some.Now) };

    private async Task<IReadOnlyList<SubjectRequest>> OverdueAsync(DateTimeOffset at) =>
        (await _store.ListAsync(_work.ControllerDid, new(null, null, at), new(50, null), CancellationToken.None)).Items;

    private Task<SubjectRequest?> FindAsync() => _store.FindAsync(_work.ControllerDid, _work.RequestId, CancellationToken.None);

    private Task<IReadOnlyList<RequestLogEntry>> LogAsync() => _store.ReadLogAsync(_work.ControllerDid, _work.RequestId, CancellationToken.None);

    private Task MoveAsync(RequestStatus status, string actor) => _store.UpdateAsync(
        _work.ControllerDid, _work.RequestId, actor, request => request with { Status = status }, CancellationToken.None);

    private Task ChangeAsync(Func<SubjectRequest, SubjectRequest> change) =>
        _store.UpdateAsync(_work.ControllerDid, _work.RequestId, "system", change, CancellationToken.None);
}
