using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ProveIdentityHandlerTests : IAsyncLifetime
{
    private static readonly ProveIdentityBody Email = new("email", null, null, null);
    private static readonly ProveIdentityBody Account = new("account", null, "case 4711", "Shop login");

    private readonly RequestWork _work = Some.Work();
    private readonly FakeActivityLog _activity = new();
    private readonly FakeDurableClient _client = new();
    private readonly FakeTimeProvider _time = new(Some.Now);
    private readonly ControllerKeys _keys = new(new FakeSecretStore());
    private FakeRequestStore _requests = new();

    private SubjectRequest Request => _requests[_work];

    public Task InitializeAsync() => GivenAsync(Some.Ada);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_code_is_made_of_six_digits_for_a_quarter_of_an_hour_and_kept_as_a_hash()
    {
        var code = await MakeAsync();

        Assert.Matches("^[0-9]{6}$", code.Code);
        Assert.Equal((Some.Now.AddMinutes(15), 5, 4), (code.ExpiresAt, code.TriesLeft, code.CodesLeft));
        Assert.Matches("^[0-9a-f]{64}$", Request.Deletion!.Code!.Hash);
        Assert.DoesNotContain($"\"{code.Code}\"", JsonSerializer.Serialize(Request), StringComparison.Ordinal);
        Assert.DoesNotContain(code.Code, code.ToString(), StringComparison.Ordinal);
        Assert.Equal(ActivityType.IdentityCodeMade, Assert.Single(_activity.Entries).Type);
    }

    [Fact]
    public async Task The_code_proves_the_identity_once_and_the_preview_run_starts()
    {
        var code = await MakeAsync();

        var proven = Assert.IsType<ProveIdentityResult.Proven>(await ProveAsync(Email with { Code = code.Code }));

        Assert.Equal((RequestStatus.Running, 2), (proven.Request.Status, proven.Request.Run));
        Assert.Equal(new(IdentityMethod.Email, Some.Now, "user-1", null, null), Request.Deletion!.Identity);
        Assert.Null(Request.Deletion.Code);
        Assert.Equal([$"{_work.RequestId}-2"], _client.Inputs.Keys);
        Assert.Equal(ActivityType.IdentityProven, _activity.Entries[^1].Type);
        Assert.Equal(ProblemTypes.IdentityAlreadyProven, await RefusedAsync(Email with { Code = code.Code }));
        Assert.Equal(ProblemTypes.IdentityAlreadyProven, await RefusedAsync(Account));
    }

    [Fact]
    public async Task Two_proofs_at_once_start_one_run()
    {
        var code = await MakeAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ProveAsync(Email with { Code = code.Code }))));

        Assert.Single(results.OfType<ProveIdentityResult.Proven>());
        Assert.Single(_client.Inputs);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_it_and_the_right_one_is_too_late()
    {
        var code = await MakeAsync();
        for (var left = 4; left > 0; left--)
            Assert.Contains($"Tries left: {left}.", await WrongAsync(code), StringComparison.Ordinal);

        Assert.Equal(ProblemTypes.IdentityCodeLocked, await RefusedAsync(Email with { Code = Other(code) }));
        Assert.Equal(ProblemTypes.IdentityCodeLocked, await RefusedAsync(Email with { Code = code.Code }));

        Assert.Equal(5, _activity.Entries.Count(entry => entry.Type == ActivityType.IdentityCodeWrong));
        Assert.Empty(_client.Inputs);
    }

    [Fact]
    public async Task Many_who_guess_at_once_have_no_more_tries_than_one()
    {
        var code = await MakeAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => ProveAsync(Email with { Code = Other(code) }))));

        Assert.Equal(5, Request.Deletion!.Code!.WrongTries);
    }

    [Fact]
    public async Task Another_code_replaces_the_first_and_five_are_all()
    {
        var first = await MakeAsync();
        for (var number = 2; number <= 5; number++)
            await MakeAsync();

        Assert.Equal(ProblemTypes.IdentityCodesUsedUp, await RefusedAsync(Email));
        if (IdentityCodes.Hash(await _keys.HashingAsync(_work.ControllerDid, CancellationToken.None), _work.RequestId, 5, first.Code) != Request.Deletion!.Code!.Hash)
            await WrongAsync(first, first.Code);
        Assert.IsType<ProveIdentityResult.Proven>(await ProveAsync(Account));
    }

    [Fact]
    public async Task A_code_ends_with_its_time()
    {
        var code = await MakeAsync();
        _time.Advance(TimeSpan.FromMinutes(15));

        Assert.Contains("expired", await InvalidAsync(Email with { Code = code.Code }, "code"), StringComparison.Ordinal);
        Assert.Equal(0, Request.Deletion!.Code!.WrongTries);
    }

    [Fact]
    public async Task Without_a_code_that_is_out_there_is_nothing_to_check() =>
        Assert.Contains("No code is out", await InvalidAsync(Email with { Code = "123456" }, "code"), StringComparison.Ordinal);

    [Fact]
    public async Task A_person_without_an_address_gets_no_code()
    {
        await GivenAsync(new(null, "+15551234567", null, null));

        Assert.Contains("no e-mail address", await InvalidAsync(Email, "method"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account", "Account")]
    [InlineData("document", "Document")]
    [InlineData("attestation", "Attestation")]
    public async Task Others_may_vouch_and_their_reference_is_kept_as_a_hash(string method, string expected)
    {
        Assert.IsType<ProveIdentityResult.Proven>(await ProveAsync(Account with { Method = method }));

        var identity = Request.Deletion!.Identity!;
        Assert.Equal((Enum.Parse<IdentityMethod>(expected), "Shop login"), (identity.Method, identity.Verifier));
        Assert.Matches("^[0-9a-f]{64}$", identity.ReferenceHash!);
        Assert.DoesNotContain("4711", JsonSerializer.Serialize(Request with { Id = "", SubjectCipherText = "", SubjectKey = "", ControllerDid = "", ProcessorId = "", Deletion = Request.Deletion with { Identity = identity with { ReferenceHash = "" } } }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, null, null, "method")]
    [InlineData("oath", null, null, null, "method")]
    [InlineData("Email", null, null, null, "method")]
    [InlineData("email", "12345", null, null, "code")]
    [InlineData("email", "١٢٣٤٥٦", null, null, "code")]
    [InlineData("email", "123456", "r", null, "reference")]
    [InlineData("email", null, null, "v", "verifier")]
    [InlineData("account", null, null, "v", "reference")]
    [InlineData("account", null, "r", " ", "verifier")]
    [InlineData("document", null, "r\n", "v", "reference")]
    [InlineData("attestation", "123456", "r", "v", "code")]
    public async Task Bad_input_names_its_field(string? method, string? code, string? reference, string? verifier, string field)
    {
        await InvalidAsync(new(method, code, reference, verifier), field);
        Assert.Empty(_activity.Entries);
    }

    [Fact]
    public async Task A_reference_has_its_length() => await InvalidAsync(Account with { Reference = new('x', 201) }, "reference");

    [Fact]
    public async Task After_its_time_no_proof_is_taken()
    {
        _time.Advance(TimeSpan.FromDays(14));

        Assert.Equal(ProblemTypes.IdentityTooLate, await RefusedAsync(Email));
        Assert.Equal(ProblemTypes.IdentityTooLate, await RefusedAsync(Account));
    }

    [Fact]
    public async Task What_does_not_wait_for_it_takes_no_proof()
    {
        await _requests.UpdateAsync(_work.ControllerDid, _work.RequestId, "x", request => request with { Status = RequestStatus.Cancelled }, CancellationToken.None);
        Assert.Equal(ProblemTypes.RequestNotInState, await RefusedAsync(Account));

        _requests = new(Some.Request(_work));
        Assert.Equal(ProblemTypes.RequestNotInState, await RefusedAsync(Account));
    }

    [Fact]
    public async Task A_request_of_another_controller_is_none() => Assert.IsType<ProveIdentityResult.NoRequest>(
        await Handler.HandleAsync(Some.Controller(), _work.RequestId, Account, "user-1", _client, CancellationToken.None));

    private ProveIdentityHandler Handler => new(
        _requests,
        new(_requests, new(_keys), _keys, _activity, Options.Create(new DeletionOptions()), _time),
        new(new(_requests, new FakePendingStartStore(), [new(RequestKind.Deletion, "DeletionOrchestrator")], _time), _activity), _keys, _time);

    private async Task GivenAsync(SubjectIdentity subject)
    {
        var sealedSubject = await new SubjectVault(_keys).SealAsync(_work.ControllerDid, _work.RequestId, new(subject, null), CancellationToken.None);
        _requests = new(Some.Deletion(_work) with { SubjectCipherText = sealedSubject.CipherText });
    }

    private Task<ProveIdentityResult> ProveAsync(ProveIdentityBody body) =>
        Handler.HandleAsync(_work.ControllerDid, _work.RequestId, body, "user-1", _client, CancellationToken.None);

    private async Task<MadeCode> MakeAsync() => Assert.IsType<ProveIdentityResult.CodeMade>(await ProveAsync(Email)).Code;

    private async Task<string> RefusedAsync(ProveIdentityBody body) => Assert.IsType<ProveIdentityResult.Refused>(await ProveAsync(body)).Problem.Type;

    private async Task<string> InvalidAsync(ProveIdentityBody body, string field)
    {
        var errors = (await Assert.IsType<ProveIdentityResult.Invalid>(await ProveAsync(body)).Errors.ToProblem().WriteAsync()).Json()["errors"]!.AsObject();
        return (string)errors[field]![0]!;
    }

    private Task<string> WrongAsync(MadeCode code, string? given = null) => InvalidAsync(Email with { Code = given ?? Other(code) }, "code");

    private static string Other(MadeCode code) => code.Code == "000000" ? "000001" : "000000";
}
