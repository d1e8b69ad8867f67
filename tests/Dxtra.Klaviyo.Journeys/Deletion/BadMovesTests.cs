using System.Net;
using System.Text;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Deletion;

/// <summary>Over HTTP: a move that is not yet, or no longer, possible is refused with what is missing, and changes nothing.</summary>
[Collection(DeletionJourneys.Name)]
public sealed class BadMovesTests(DeletionFixture fixture) : IClassFixture<DeletionFixture>, IAsyncLifetime
{
    private static readonly string[] Delete = ["profile"];

    public Task InitializeAsync() => fixture.BehaveAsync();

    public Task DisposeAsync() => fixture.BehaveAsync();

    public static TheoryData<object, string> BadScopes => new()
    {
        { Array.Empty<string>(), "Say what is to be deleted" },
        { new[] { "everything" }, "not known" },
        { new[] { "events" }, "Add profile" },
        { new { engagement = true }, "Add profile" },
        { "profile", "list of words" },
    };

    [Theory, MemberData(nameof(BadScopes))]
    public async Task A_scope_that_cannot_be_carried_out_is_refused_with_the_choice(object scope, string text)
    {
        var answer = await fixture.Journey.TryAskAsync(new { subject = new { email = "scope@customers.test" }, scope });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(text, answer.Body!["errors"]!["scope"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_made_once_and_taken_once_and_a_wrong_one_is_refused()
    {
        var id = await AskAsync("code@customers.test");
        var code = await CodeAsync(id);

        AssertRefused(await GiveAsync(id, Other(code)), HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(HttpStatusCode.Accepted, (await GiveAsync(id, code)).Status);
        AssertRefused(await GiveAsync(id, code), HttpStatusCode.Conflict, "identity-already-proven");
        await fixture.Journey.ApproveAndExecuteAsync(id);
        Assert.Equal(["confirmed"], DeletionJourney.OutcomesOf(await fixture.Journey.EndAsync(id)));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_it_and_the_right_one_is_refused_too()
    {
        var id = await AskAsync("locked@customers.test");
        var code = await CodeAsync(id);

        for (var tries = 0; tries < 4; tries++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await GiveAsync(id, Other(code))).Status);
        await GiveAsync(id, Other(code));

        AssertRefused(await GiveAsync(id, code), HttpStatusCode.Conflict, "identity-code-locked");
        Assert.Equal("awaitingIdentity", DeletionJourney.StatusOf(await fixture.Journey.GetAsync(id)));
    }

    [Fact]
    public async Task Nothing_is_carried_out_before_the_identity_is_proven_and_the_preview_approved()
    {
        var id = await AskAsync("hasty@customers.test");
        AssertRefused(await fixture.Journey.PostAsync(id, "execute", new { previewHash = "none" }), HttpStatusCode.Conflict, "identity-missing");

        await fixture.Journey.ProveAsync(id);
        var preview = await fixture.Journey.PreviewAsync(id);
        AssertRefused(await fixture.Journey.ExecuteAsync(id, preview), HttpStatusCode.Conflict, "approval-missing");
        AssertRefused(await fixture.Journey.PostAsync(id, "approve", new { previewHash = new string('0', 64) }), HttpStatusCode.Conflict, "preview-stale");

        Assert.Equal(HttpStatusCode.OK, (await fixture.Journey.PostAsync(id, "cancel")).Status);
        AssertRefused(await fixture.Journey.ExecuteAsync(id, preview), HttpStatusCode.Conflict, "request-not-in-state");
    }

    [Fact]
    public async Task Of_two_orders_at_once_one_is_carried_out_and_it_cannot_be_called_back()
    {
        var id = await AskAsync("at.once@customers.test");
        await fixture.Journey.ProveAsync(id);
        var preview = await fixture.Journey.PreviewAsync(id);
        await fixture.Journey.ApproveAsync(id, preview);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => fixture.Journey.ExecuteAsync(id, preview)));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Accepted);
        Assert.Equal(5, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));

        await fixture.Journey.UntilAsync(id, request => DeletionJourney.StepOf(request) == "confirming", "The first look");
        AssertRefused(await fixture.Journey.PostAsync(id, "cancel"), HttpStatusCode.Conflict, "execution-started");
        Assert.Equal(["confirmed"], DeletionJourney.OutcomesOf(await fixture.Journey.EndAsync(id)));
    }

    [Fact]
    public async Task The_letter_tells_the_person_what_was_done_in_text_and_in_HTML()
    {
        var id = await AskAsync("letter@customers.test", "emailLists", "profile", "events");
        await fixture.Journey.ProveAsync(id);
        await fixture.Journey.ApproveAndExecuteAsync(id);
        await fixture.Journey.EndAsync(id);

        var text = Encoding.UTF8.GetString(await fixture.Journey.FileAsync(id, "letter?format=text"));
        var html = Encoding.UTF8.GetString(await fixture.Journey.FileAsync(id, "letter?format=html"));

        Assert.Contains("redacted", text, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.OrdinalIgnoreCase);
        Assert.All([text, html], letter => Assert.DoesNotContain("letter@customers.test", letter, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<string> AskAsync(string email, params string[] scope)
    {
        await fixture.Control.CreateAsync(new { attributes = new { email }, consent = new { email = "SUBSCRIBED" }, lists = new[] { "Newsletter" } });
        return await fixture.Journey.AskAsync(new { email }, scope is [] ? Delete : scope);
    }

    private async Task<string> CodeAsync(string requestId)
    {
        var answer = await fixture.Journey.PostAsync(requestId, "identity", new { method = "email" });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var code = answer.Body!["code"]!.GetValue<string>();
        Assert.Matches("^[0-9]{6}$", code);
        return code;
    }

    private Task<Caller.Answer> GiveAsync(string requestId, string code) =>
        fixture.Journey.PostAsync(requestId, "identity", new { method = "email", code });

    private static string Other(string code) => (code[0] == '9' ? '0' : '9') + code[1..];

    private static void AssertRefused(Caller.Answer answer, HttpStatusCode status, string type)
    {
        Assert.True(answer.Status == status, answer.Body?.ToJsonString());
        Assert.EndsWith(":" + type, answer.Body!["type"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
