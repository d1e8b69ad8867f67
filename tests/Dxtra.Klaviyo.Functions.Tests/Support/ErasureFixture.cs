using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>An approved deletion of one profile that was ordered, and all that carries it out, in memory.</summary>
internal sealed class ErasureFixture : IAsyncDisposable
{
    private static readonly DeletionScope[] Scope = [DeletionScope.EmailLists, DeletionScope.Profile];

    private readonly ControllerKeys _keys;

    private ErasureFixture(RequestWork work, SubjectRequest request) => (Work, Requests, _keys) = (work, new(request), new(Secrets));

    public FakeSecretStore Secrets { get; } = new();

    public static ProfilePicture Ada { get; } = new(
        new(ErasureKlaviyo.Id, ErasureKlaviyo.Email, null, null), new('d', 64), Some.Now.AddYears(-1),
        [new(ErasureKlaviyo.List, "News", Enum.GetValues<Channel>())], "SUBSCRIBED", null, null);

    public RequestWork Work { get; }
    public FakeRequestStore Requests { get; }
    public FakeErasureLedger Ledger { get; } = new();
    public FakeTombstoneStore Tombstones { get; } = new();
    public FakeCaseFiles Files { get; } = new();
    public FakeActivityLog Activity { get; } = new();
    public FakeTimeProvider Time { get; } = new(Some.Now);
    public ErasureKlaviyo Klaviyo { get; } = new();

    public SubjectRequest Request => Requests[Work];

    public SubjectVault Vault => new(_keys);

    public PictureVault Pictures => new(Files, _keys);

    public IdentifierHashes Hashes => new(_keys);

    public FakeConnections Connections => new(Klaviyo.Server);

    public ErasureBook Book => new(Requests, Ledger, Activity, Time);

    public EraseStepActivity EraseStep => new(Book, Pictures, Connections, [new MarkTombstones(Tombstones, Hashes, Vault, Time), new LeaveList(), new Unsubscribe(), new DeleteProfile()]);

    public static IReadOnlyList<PlannedStep> Plan { get; } = ErasurePlan.Of(Scope, Ada);

    public static async Task<ErasureFixture> CreateAsync(RequestStatus status = RequestStatus.Running)
    {
        var work = Some.Work() with { Run = 3 };
        var request = Some.Request(work, status) with
        {
            Kind = RequestKind.Deletion,
            Run = work.Run,
            Deletion = new()
            {
                Scope = Scope,
                IdentityDueAt = Some.Now.AddDays(14),
                Identity = new(IdentityMethod.Account, Some.Now, "portal", "Shop", null),
                Preview = new(1, "", Some.Now, 1),
                Execution = new(Some.Now, "officer"),
            },
        };
        var fixture = new ErasureFixture(work, request);
        var key = await fixture._keys.HashingAsync(work.ControllerDid, default);
        ErasurePicture picture = new([Ada with { ProfileKey = SubjectHash.Of(new(null, null, null, ErasureKlaviyo.Id), key) }]);
        var hash = PictureHash.Of(key, Scope, picture.Profiles);
        var subject = await fixture.Vault.SealAsync(work.ControllerDid, work.RequestId, new(Some.Ada, null), default);
        await fixture.Requests.UpdateAsync(work.ControllerDid, work.RequestId, "test", current => current with
        {
            SubjectCipherText = subject.CipherText,
            Deletion = current.Deletion! with { Preview = new(1, hash, Some.Now, 1), Approvals = [new("officer", Some.Now, hash, [0])] },
        }, default);
        await fixture.Pictures.WriteAsync(work, 1, picture, default);
        return fixture;
    }

    public Task<StepResult> TryAsync(ErasureStep step, int looked = 0, bool giveUp = false) =>
        EraseStep.RunAsync(new(Work, 0, Plan.Single(planned => planned.Step == step), looked, GiveUp: giveUp), default);

    /// <summary>Carries one step out as the orchestration does, and dies as often as a fault is thrown.</summary>
    public async Task<StepResult> CarryOutAsync(PlannedStep step)
    {
        var input = new EraseStepActivity.Input(Work, 0, step);
        for (var tries = 0; tries < 50; tries++)
        {
            try
            {
                var result = await EraseStep.RunAsync(input, default);
                if (result.State is StepState.Settled or StepState.Stopped)
                    return result;
                input = input with { Looked = result.State == StepState.Uncertain ? result.Attempt : 0, Probe = result.State == StepState.KeyRefused };
            }
            catch (DiedException)
            {
                // The durable engine calls the activity again, with the same input.
            }
        }

        throw new InvalidOperationException("The step never settles.");
    }

    public ValueTask DisposeAsync() => Klaviyo.DisposeAsync();
}
