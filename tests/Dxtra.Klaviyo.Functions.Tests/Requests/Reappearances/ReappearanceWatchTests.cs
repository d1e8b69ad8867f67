using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ReappearanceWatchTests : IAsyncLifetime
{
    private static readonly ProfileIdentity Anew = new("01NEW", "ADA@example.com", null, null);

    private readonly RequestWork _work = Some.Work();
    private readonly ControllerKeys _keys = new(new FakeSecretStore());
    private readonly FakeTombstoneStore _tombstones = new();
    private readonly FakePendingStartStore _pending = new();
    private readonly FakeCaseFiles _files = new();
    private readonly FakeActivityLog _activity = new();
    private readonly FakeTimeProvider _time = new(Some.Now.AddDays(3));
    private readonly FakeKlaviyo _klaviyo = FakeKlaviyo.Start();
    private FakeRequestStore _requests = new();

    private SubjectRequest Request => _requests[_work];

    private IdentifierHashes Hashes => new(_keys);

    private SightingVault Sightings => new(_files, _keys);

    public async Task InitializeAsync()
    {
        Given(RequestStatus.Completed, DeletionOutcome.Confirmed);
        var stones = (await Hashes.OfAsync(_work.ControllerDid, new("01ADA", "ada@example.com", null, null), CancellationToken.None))
            .Select(one => new Tombstone(one.Hash, one.Identifier, _work.RequestId, Some.Now));
        await _tombstones.AddAsync(_work.ControllerDid, _work.ProcessorId, [.. stones], CancellationToken.None);
        _klaviyo
            .AnswersText("/api/profiles/01NEW", """{"data":{"type":"profile","id":"01NEW","attributes":{"created":"2026-11-25T08:00:00+00:00"}}}""")
            .AnswersText("/api/events", """
                {"data":[{"type":"event","id":"e1","attributes":{"datetime":"2026-11-25T08:00:00+00:00"},"relationships":{"metric":{"data":{"type":"metric","id":"m1"}}}}],
                 "included":[{"type":"metric","id":"m1","attributes":{"name":"Placed Order","integration":{"name":"Shopify"}}}],"links":{"next":null}}
                """);
    }

    public async Task DisposeAsync() => await _klaviyo.DisposeAsync();

    [Fact]
    public async Task Whoever_comes_back_is_noted_with_the_cause_and_deleting_again_is_offered()
    {
        await SeeAsync(Anew);
        await WorkOffAsync();

        var back = Request.Deletion!.Reappearance!;
        Assert.Equal((_time.GetUtcNow(), "accessRequest", Some.Now.AddDays(2).AddHours(-2)), (back.At, back.SeenBy, back.Since));
        Assert.Equal(("Placed Order", "Shopify"), (back.Cause, back.CauseSource));
        Assert.Equal(["email"], back.Identifiers);
        Assert.Equal(["retry"], RequestView.Of(Request).Deletion!.Offers);
        Assert.Equal(ActivityType.PersonReappeared, Assert.Single(_activity.Entries).Type);
    }

    [Fact]
    public async Task Seen_often_it_is_one_entry_and_one_piece_of_work()
    {
        await SeeAsync(Anew);
        await SeeAsync(Anew);
        Assert.Single(_pending.Starts);
        await WorkOffAsync();
        await WorkOffAsync();
        foreach (var start in _pending.Starts)
            await _pending.RemoveAsync(start, CancellationToken.None);

        await SeeAsync(Anew);

        Assert.Empty(_pending.Starts);
        Assert.Single(_activity.Entries);
    }

    [Fact]
    public async Task Two_profiles_of_one_person_are_two_entries_and_the_first_stays_on_the_request()
    {
        _klaviyo.AnswersText("/api/profiles/02NEW", """{"data":{"type":"profile","id":"02NEW","attributes":{"created":"2026-11-26T08:00:00+00:00"}}}""");

        await SeeAsync(Anew, Anew with { Id = "02NEW" });
        await WorkOffAsync();

        Assert.Equal(2, _activity.Entries.Count);
    }

    [Fact]
    public async Task Others_are_not_taken_for_them()
    {
        await SeeAsync(new ProfileIdentity("01BOB", "bob@example.com", "+15551234567", "ada@example.com"));

        Assert.Empty(_pending.Starts);
    }

    [Theory]
    [InlineData("Running", "Confirmed")]
    [InlineData("AwaitingApproval", "Confirmed")]
    public async Task What_a_deletion_under_way_sees_is_its_own_affair(string status, string outcome)
    {
        Given(Enum.Parse<RequestStatus>(status), Enum.Parse<DeletionOutcome>(outcome));

        await SeeAsync(Anew);

        Assert.Empty(_pending.Starts);
    }

    [Fact]
    public async Task A_profile_that_the_request_says_is_still_there_did_not_come_back()
    {
        Given(RequestStatus.Completed, DeletionOutcome.Unconfirmed, await KeyOfAsync("01ADA"));
        await SeeAsync(new ProfileIdentity("01ADA", "ada@example.com", null, null));
        Assert.Empty(_pending.Starts);

        Given(RequestStatus.Completed, DeletionOutcome.Confirmed, await KeyOfAsync("01ADA"));
        await SeeAsync(new ProfileIdentity("01ADA", "ada@example.com", null, null));
        Assert.Single(_pending.Starts);
    }

    [Fact]
    public async Task An_older_profile_that_took_a_merged_one_in_is_known_already()
    {
        Given(RequestStatus.Completed, DeletionOutcome.Merged);
        _klaviyo.AnswersText("/api/profiles/01NEW", """{"data":{"type":"profile","id":"01NEW","attributes":{"created":"2020-01-01T00:00:00+00:00"}}}""");

        await SeeAsync(Anew);
        await WorkOffAsync();

        Assert.Null(Request.Deletion!.Reappearance);
        Assert.Empty(_activity.Entries);
    }

    [Fact]
    public async Task A_key_that_may_not_ask_still_has_it_noted()
    {
        _klaviyo.Answers("/api/profiles/01NEW", _ => Results.Text("""{"errors":[{"status":401,"code":"not_authenticated","title":"x","detail":"x"}]}""", "application/vnd.api+json", statusCode: 401));

        await SeeAsync(Anew);
        await WorkOffAsync();

        Assert.Null(Request.Deletion!.Reappearance!.Since);
    }

    [Fact]
    public async Task What_is_kept_until_then_is_sealed_and_afterwards_nothing_is()
    {
        await SeeAsync(Anew);
        Assert.DoesNotContain("01NEW", System.Text.Encoding.UTF8.GetString(Assert.Single(_files.Files).Value), StringComparison.Ordinal);

        await WorkOffAsync();

        Assert.Equal("done"u8.ToArray(), Assert.Single(_files.Files).Value);
    }

    [Fact]
    public async Task The_sweep_starts_it_while_it_is_owed()
    {
        await SeeAsync(Anew);
        var owed = new ReappearanceOwed(Sightings);
        Assert.True(await owed.IsOwedAsync(_pending.Starts.Single(), CancellationToken.None));

        await WorkOffAsync();

        Assert.False(await owed.IsOwedAsync(_pending.Starts.Single(), CancellationToken.None));
    }

    private void Given(RequestStatus status, DeletionOutcome outcome, string profileKey = "key")
    {
        var request = Some.Deletion(_work, status);
        _requests = new(request with
        {
            Deletion = request.Deletion! with { Execution = new(Some.Now, "dpo", Started: true), Erased = [new(profileKey, outcome, Some.Now, [])] },
        });
    }

    private async Task<string> KeyOfAsync(string profileId) => (await Hashes.OfProfileIdsAsync(_work.ControllerDid, CancellationToken.None))(profileId);

    private Task SeeAsync(params ProfileIdentity[] identities) => Watch.Of(_requests, _pending, _time, _tombstones, _keys, _files)
        .SeeAsync(_work.ControllerDid, _work.ProcessorId, identities, "accessRequest", CancellationToken.None);

    private async Task WorkOffAsync()
    {
        var note = new NoteReappearanceActivity(Sightings, new(new FakeConnections(_klaviyo)), _requests, _activity);
        foreach (var start in _pending.Starts)
            await note.RunAsync(new(start.Work, AskWhy: true), CancellationToken.None);
    }
}
