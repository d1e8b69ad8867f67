using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Ada's deletion request, her identity proven, and a Klaviyo whose people, lists and uses of lists a test says.</summary>
internal sealed class PreviewFixture : IAsyncDisposable
{
    public const string Dpo = "dpo@shop.test";
    public const string Other = "lead@shop.test";

    private readonly ControllerKeys _keys = new(new FakeSecretStore());

    private PreviewFixture(DeletionScope[] scope)
    {
        (Scope, Vault, People) = (scope, new(_keys), new(Klaviyo));
    }

    public DeletionScope[] Scope { get; }
    public SubjectVault Vault { get; }
    public RequestWork Work { get; private set; } = Some.Work();
    public FakeRequestStore Requests { get; set; } = new();
    public FakeCaseFiles Files { get; } = new();
    public FakeActivityLog Activity { get; } = new();
    public FakeTimeProvider Time { get; } = new(Some.Now);
    public FakeKlaviyo Klaviyo { get; } = FakeKlaviyo.Start();
    public FakePeople People { get; }

    /// <summary>Set: another Klaviyo than the fixture's.</summary>
    public IKlaviyoConnections Connections { get => field ??= new FakeConnections(Klaviyo); set; }

    public SubjectRequest Request => Requests[Work];
    public DeletionCase Deletion => Request.Deletion!;
    public PictureVault Pictures => new(Files, _keys);
    public PreviewApproval Approval => new(Requests, Pictures, Activity, Time);
    public GetPreviewHandler GetPreview => new(Requests, Files, Activity, Time);
    private PictureReader Reader => new(_keys);
    private PreviewMaker Maker => new(_keys, Pictures, Files, Time);

    public static async Task<PreviewFixture> OfAsync(SubjectIdentity subject, params DeletionScope[] scope)
    {
        var preview = new PreviewFixture(scope);
        var sealedSubject = await preview.Vault.SealAsync(preview.Work.ControllerDid, preview.Work.RequestId, new(subject, null), CancellationToken.None);
        preview.Requests = new(Some.Request(preview.Work, RequestStatus.Running) with
        {
            Kind = RequestKind.Deletion,
            SubjectCipherText = sealedSubject.CipherText,
            Deletion = new()
            {
                Scope = scope,
                IdentityDueAt = Some.Now.AddDays(14),
                Identity = new(IdentityMethod.Account, Some.Now, Dpo, "shop", null),
            },
        });
        return preview;
    }

    public static Task<PreviewFixture> CreateAsync(params DeletionScope[] scope) => OfAsync(Some.Ada, scope);

    /// <summary>The lists that a profile is on.</summary>
    public void On(string profileId, params string[] lists) => Klaviyo.AnswersText(
        $"/api/profiles/{profileId}/lists", JsonSerializer.Serialize(new { data = lists.Select(id => new { type = "list", id, attributes = new { name = $"Name of {id}" } }) }));

    /// <summary>A campaign that was sent on a channel (<c>email</c>, <c>sms</c>, <c>mobile_push</c>) to lists.</summary>
    public void Campaign(string channel, params string[] lists) => Klaviyo.Answers("/api/campaigns", request => Results.Text(
        JsonSerializer.Serialize(new
        {
            data = request.Query["filter"].ToString().Contains($"\"{channel}\"", StringComparison.Ordinal)
                ? new[] { new { type = "campaign", id = "C1", attributes = new { status = "Sent", audiences = new { included = lists } } } }
                : [],
        }),
        "application/vnd.api+json"));

    public async Task<RequestResult> BuildAsync(RequestWork? work = null) =>
        (await new BuildPreviewActivity(Requests, Vault, Connections, Reader, Maker).RunAsync(new(work ?? Work), CancellationToken.None)).Output;

    public async Task<RecheckPictureActivity.Output> RecheckAsync()
    {
        var recheck = new PictureRecheck(Requests, Vault, _keys, Connections, Reader, Maker, Activity, Time);
        return (await new RecheckPictureActivity(Requests, Pictures, recheck, Connections, new(Requests, new FakeErasureLedger(), Activity, Time)).RunAsync(new(Work), CancellationToken.None)).Output!;
    }

    public Task<ChangeRequestResult> ApproveAsync(string actor = Dpo, string? hash = null, params string[]? profiles) => Approval.ApproveAsync(
        Request, new(profiles is { Length: > 0 } ? profiles : null, hash ?? Deletion.Preview!.Hash), actor, new FakeDurableClient(), CancellationToken.None);

    /// <summary>What <c>POST …/execute</c> leaves.</summary>
    public Task OrderAsync(bool started = false)
    {
        Work = Work with { Run = Request.Run + 1 };
        return ChangeAsync(request => request with
        {
            Status = RequestStatus.Running,
            Run = Work.Run,
            Deletion = request.Deletion! with { Execution = new(Some.Now, Dpo, started) },
        });
    }

    public Task ChangeAsync(Func<SubjectRequest, SubjectRequest> change) =>
        Requests.UpdateAsync(Work.ControllerDid, Work.RequestId, "test", change, CancellationToken.None);

    /// <summary>The stored file of the latest preview.</summary>
    public JsonElement Shown() => JsonDocument.Parse(Text()).RootElement;

    public string Text() => System.Text.Encoding.UTF8.GetString(Files.Files[CaseNames.Preview(Work, Deletion.Preview!.Number)]);

    public ValueTask DisposeAsync() => Klaviyo.DisposeAsync();
}
