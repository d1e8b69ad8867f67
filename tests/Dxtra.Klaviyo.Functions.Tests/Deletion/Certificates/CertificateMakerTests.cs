using System.Text;
using Dxtra.Klaviyo.Certificates;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class CertificateMakerTests
{
    [Fact]
    public async Task It_says_who_asked_verified_approved_and_ordered()
    {
        var certificate = await MakeAsync();

        Assert.Equal(["emailLists", "profile"], certificate.Request.Scope);
        Assert.Equal(("document", "Front desk", "portal", new string('b', 64)), (
            certificate.Identity!.Method, certificate.Identity.Verifier, certificate.Identity.Actor, certificate.Identity.ReferenceKeyedHash));
        Assert.Equal(["privacy.officer", "second.officer"], certificate.Approvals.Select(approval => approval.Actor));
        Assert.Equal((new string('c', 64), 2, "privacy.officer"), (certificate.Preview!.Hash, certificate.Preview.ApprovalsNeeded, certificate.Order!.Actor));
        Assert.Equal(("A Shop", "AbC123", new string('a', 64)), (certificate.Issuer.Organization, certificate.Issuer.KlaviyoAccountId, certificate.Subject.KeyedHash));
    }

    [Fact]
    public async Task It_says_what_was_found_with_how_much_and_what_was_left_alone()
    {
        var found = (await MakeAsync()).Found;

        Assert.Equal([(1, true, 1234), (2, false, 2)], found.Select(profile => (profile.Profile, profile.Approved, profile.Counts["events"])));
        Assert.Equal(new string('d', 64), found[0].KeyedHash);
        Assert.Equal(["events"], found[0].AtLeast);
    }

    [Fact]
    public async Task Each_order_is_one_line_with_its_answer()
    {
        var done = (await MakeAsync()).Done;

        Assert.Equal(
            [("tombstone", null, "done"), ("leaveList", "LiSt01", "done"), ("unsubscribeEmail", null, "accepted"), ("delete", null, "accepted")],
            done.Select(step => (step.Step, step.Target, step.Answer)));
        Assert.Equal("Deletion of the profile ordered: Klaviyo took the order.", done[^1].Says);
    }

    [Fact]
    public async Task An_order_whose_answer_never_came_is_told()
    {
        var fixture = await CertificateFixture.CreateAsync();
        fixture.Lines.Entries.RemoveAt(fixture.Lines.Entries.Count - 1);

        var last = (await fixture.MakeAsync()).Done[^1];

        Assert.Equal(("delete", null, "Deletion of the profile ordered: no answer came."), (last.Step, last.Answer, last.Says));
    }

    [Fact]
    public async Task What_an_earlier_run_did_is_not_certified_again()
    {
        var fixture = await CertificateFixture.CreateAsync();
        fixture.Lines.Entries.Add(fixture.Lines.Entries[0] with { Run = 1, Step = ErasureStep.UnsubscribeSms });
        fixture.Lines.Sightings.Add(fixture.Lines.Sightings[0] with { Run = 1, Look = 9 });

        var certificate = await fixture.MakeAsync();

        Assert.DoesNotContain(certificate.Done, step => step.Step == "unsubscribeSms");
        Assert.DoesNotContain(certificate.Seen, seen => seen.Look == 9);
    }

    [Fact]
    public async Task A_confirmed_deletion_says_how_often_and_for_what_was_looked()
    {
        var outcome = Assert.Single((await MakeAsync()).Outcomes);

        Assert.Equal((1, "confirmed"), (outcome.Profile, outcome.Outcome));
        Assert.Equal(
            "The last 2 looks in a row, up to 24 November 2026, 10:00 UTC, found nothing of it. Looked for: its id, its e-mail address, its phone number, its external id, its lists and its events.",
            outcome.Says);
    }

    [Fact]
    public async Task No_look_on_record_is_no_claim_of_one()
    {
        var fixture = await CertificateFixture.CreateAsync();
        fixture.Lines.Sightings.Clear();

        Assert.Equal("Klaviyo took the order; no look afterwards is on record that shows more.", (await fixture.MakeAsync()).Outcomes[0].Says);
    }

    [Theory]
    [InlineData("unconfirmed", "Klaviyo took the order. At the last look, on 24 November 2026, 10:00 UTC, this was still there or could not be read: its e-mail address.")]
    [InlineData("merged", "Its id is gone, but an older profile that was not approved has its identifiers: Klaviyo merged the two, and what it held lives on there.")]
    [InlineData("failed", "Klaviyo did not take the order.")]
    [InlineData("noSuchProfile", "It was gone before its deletion was ordered.")]
    public async Task Other_outcomes_say_less(string outcome, string says)
    {
        var fixture = await CertificateFixture.CreateAsync(request => With(request, Enum.Parse<DeletionOutcome>(outcome, ignoreCase: true)));
        fixture.Lines.Sightings[2] = fixture.Lines.Sightings[2] with { Facts = [new("profileId", Seen.Absent), new("email", Seen.Present)] };

        Assert.Equal((outcome, says), ((await fixture.MakeAsync()).Outcomes[0].Outcome, (await fixture.MakeAsync()).Outcomes[0].Says));
    }

    [Fact]
    public async Task What_klaviyo_keeps_is_said_where_it_took_the_order()
    {
        Assert.Equal(
            ["redacted", "proof", "others", "hashes", "request"],
            (await MakeAsync()).Kept.Select(kept => kept.Kind));
    }

    [Fact]
    public async Task Where_no_profile_was_to_be_deleted_the_profile_stays()
    {
        var fixture = await CertificateFixture.CreateAsync(request => request with { Deletion = request.Deletion! with { Scope = [DeletionScope.EmailLists] } });
        fixture.Lines.Entries.RemoveAll(line => line.Step == ErasureStep.Delete);

        var certificate = await fixture.MakeAsync();

        Assert.Equal(["profile", "others", "hashes", "request"], certificate.Kept.Select(kept => kept.Kind));
        Assert.Contains("saw that it was done", certificate.Outcomes[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_was_found_that_is_all_it_says()
    {
        var fixture = await CertificateFixture.CreateAsync(request => request with
        {
            Deletion = request.Deletion! with { Preview = null, Approvals = [], Execution = null, Erased = [] },
        });

        var certificate = await fixture.MakeAsync();

        Assert.Contains("No profile in Klaviyo matched the person, so nothing was done.", certificate.Statement);
        Assert.Equal((0, 0, 0, 0), (certificate.Found.Count, certificate.Done.Count, certificate.Seen.Count, certificate.Outcomes.Count));
        Assert.Equal(["hashes", "request"], certificate.Kept.Select(kept => kept.Kind));
    }

    [Fact]
    public async Task Where_nobody_was_found_any_more_nothing_of_the_earlier_time_is_certified()
    {
        var fixture = await CertificateFixture.CreateAsync(request => request with { Outcome = RequestOutcome.Failure(RequestResult.NoSuchProfile) });
        fixture.Lines.Entries.Clear();
        fixture.Lines.Sightings.Clear();

        var certificate = await fixture.MakeAsync();

        Assert.Equal((0, 0, 0, null), (certificate.Found.Count, certificate.Approvals.Count, certificate.Outcomes.Count, certificate.Preview));
    }

    [Fact]
    public async Task Nobody_is_named_in_it()
    {
        var fixture = await CertificateFixture.CreateAsync(request => request with
        {
            Deletion = request.Deletion! with
            {
                Identity = request.Deletion.Identity! with { Verifier = "called ADA@example.com back", Actor = "ada@example.com" },
                Approvals = [.. request.Deletion.Approvals.Select(approval => approval with { Actor = $"for {CertificateFixture.OtherId}" })],
                Execution = request.Deletion.Execution! with { Actor = "cust-77" },
            },
        });

        await fixture.IssueAsync();
        var text = Encoding.UTF8.GetString(fixture.CaseFiles[fixture.Request.Deletion!.Certificate!.BlobName]);

        Assert.All(CertificateFixture.Clear, clear => Assert.DoesNotContain(clear, text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("(not shown, for it held an identifier of the person)", text, StringComparison.Ordinal);
    }

    private static async Task<DeletionCertificate> MakeAsync() => await (await CertificateFixture.CreateAsync()).MakeAsync();

    private static SubjectRequest With(SubjectRequest request, DeletionOutcome outcome) =>
        request with { Deletion = request.Deletion! with { Erased = [request.Deletion.Erased[0] with { Outcome = outcome }] } };
}
