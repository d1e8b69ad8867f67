using System.Collections.Concurrent;
using System.Text;
using Dxtra.Klaviyo.Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>A deletion that was carried out: two profiles found, one approved, deleted and looked for; with all that certifies it.</summary>
internal sealed class CertificateFixture
{
    public const string ApprovedId = "01GDDKASAP8TKDDA2GRZDSVP4H";
    public const string OtherId = "01H0THER0THER0THER0THER0TH";

    private static readonly DateTimeOffset Start = Some.Now;

    private readonly FakeSecretStore _secrets = new();

    private CertificateFixture(SubjectRequest request)
    {
        Work = request.Work() with { Run = request.Run };
        Requests = new(request);
    }

    public RequestWork Work { get; }

    public FakeRequestStore Requests { get; }

    public FakeActivityLog Activity { get; } = new();

    public FakeTimeProvider Time { get; } = new(Start.AddDays(1).AddHours(1));

    public Files CaseFiles { get; } = new();

    public Ledger Lines { get; } = new();

    public PublishedKeys Keys { get; } = new();

    public SubjectRequest Request => Requests[Work];

    public SigningKeys Signing => new(_secrets, Keys, Options.Create(new CertificateOptions()), Time);

    public CertificateDesk Desk => new(Requests, new(CaseFiles), Activity, Time);

    /// <summary>Every clear identifier of the people in it.</summary>
    public static IReadOnlyList<string> Clear { get; } =
        [ApprovedId, OtherId, "ada@example.com", "+15005550006", "cust-77", "ada.twin@example.com"];

    public static async Task<CertificateFixture> CreateAsync(Func<SubjectRequest, SubjectRequest>? change = null)
    {
        var work = Some.Work();
        var request = Some.Request(work, RequestStatus.Completed) with
        {
            Kind = RequestKind.Deletion,
            Run = 3,
            SubjectKey = new string('a', 64),
            Deletion = Case,
        };
        var fixture = new CertificateFixture(change is null ? request : change(request));
        await fixture.FillAsync();
        return fixture;
    }

    public async Task<CertificateSource> SourceAsync() => await Sources.ReadAsync(Work, Request, default);

    public async Task<DeletionCertificate> MakeAsync() =>
        new CertificateMaker(ReportTexts.Of("en")).Make("01K-3", await SourceAsync(), Time.GetUtcNow());

    private IssueCertificateActivity Issuing() =>
        new(Requests, Sources, new(CaseFiles), Signing, Options.Create(new CertificateOptions()), Time);

    public Task IssueAsync() => Issuing().RunAsync(new(Work), default);

    private ControllerKeys Controller => new(_secrets);

    private CertificateSources Sources => new(
        new FakeProcessorStore(Some.Processor(Work.ControllerDid, Work.ProcessorId)), new(Controller), new(CaseFiles, Controller), CaseFiles, Lines);

    private static DeletionCase Case => new()
    {
        Scope = [DeletionScope.EmailLists, DeletionScope.Profile],
        IdentityDueAt = Start.AddDays(14),
        Identity = new(IdentityMethod.Document, Start.AddMinutes(5), "portal", "Front desk", new string('b', 64)),
        Preview = new(1, new string('c', 64), Start.AddMinutes(6), 2),
        Approvals =
        [
            new("privacy.officer", Start.AddMinutes(10), new string('c', 64), [0]),
            new("second.officer", Start.AddMinutes(11), new string('c', 64), [0]),
        ],
        Execution = new(Start.AddMinutes(12), "privacy.officer", Started: true),
        Erased = [new(KeyOf(0), DeletionOutcome.Confirmed, Start.AddDays(1), [])],
    };

    private async Task FillAsync()
    {
        var request = Request;
        var subject = await new SubjectVault(Controller).SealAsync(Work.ControllerDid, Work.RequestId, new(Some.Ada, null), default);
        await Requests.UpdateAsync(Work.ControllerDid, Work.RequestId, "test", current => current with { SubjectCipherText = subject.CipherText }, default);
        if (request.Deletion!.Preview is null)
            return;
        await new PictureVault(CaseFiles, Controller).WriteAsync(Work, 1, Picture, default);
        await CaseFiles.WriteAsync(CaseNames.Preview(Work, 1), Encoding.UTF8.GetBytes(Preview), "application/json", default);
        Lines.Entries.AddRange(Done().Select(line => line with { RequestId = Work.RequestId, Run = Work.Run }));
        Lines.Sightings.AddRange(Looks().Select(look => look with { RequestId = Work.RequestId, Run = Work.Run }));
    }

    private static ErasurePicture Picture => new([
        new(new(ApprovedId, "ada@example.com", "+15005550006", "cust-77"), KeyOf(0), Start, [new("LiSt01", "News", [Channel.Email])], "SUBSCRIBED", null, null),
        new(new(OtherId, "ada.twin@example.com", null, null), KeyOf(1), Start, [], null, null, null)]);

    private const string Preview = """{ "number": 1, "profiles": [{ "counts": { "events": 1234, "lists": 1, "orders": 0 }, "atLeast": ["events"] }, { "counts": { "events": 2 }, "atLeast": [] }] }""";

    private static string KeyOf(int profile) => new((char)('d' + profile), 64);

    private static IEnumerable<LedgerEntry> Done()
    {
        (ErasureStep Step, string? Target, LedgerAnswer Answer)[] steps =
        [
            (ErasureStep.Tombstone, null, LedgerAnswer.Done), (ErasureStep.LeaveList, "LiSt01", LedgerAnswer.Done),
            (ErasureStep.UnsubscribeEmail, null, LedgerAnswer.Accepted), (ErasureStep.Delete, null, LedgerAnswer.Accepted),
        ];
        foreach (var (index, (step, target, answer)) in steps.Index())
        {
            var at = Start.AddMinutes(20 + index);
            yield return new("", 0, 0, KeyOf(0), step, target, LedgerPhase.Intent, null, at);
            yield return new("", 0, 0, KeyOf(0), step, target, LedgerPhase.Answer, answer, at.AddSeconds(1));
        }
    }

    private static IEnumerable<Sighting> Looks()
    {
        (TimeSpan After, Seen Email)[] looks = [(TimeSpan.FromMinutes(1), Seen.Present), (TimeSpan.FromHours(1), Seen.Absent), (TimeSpan.FromDays(1), Seen.Absent)];
        return looks.Select((look, index) => new Sighting("", 0, index + 1, 0, KeyOf(0), Start + look.After,
            [new("profileId", Seen.Absent), new("email", look.Email), new("phone", Seen.Absent), new("externalId", Seen.Absent), new("lists", Seen.Absent), new("events", Seen.Absent)]));
    }

    internal sealed class Files : ICaseFiles
    {
        private readonly ConcurrentDictionary<string, byte[]> _files = new();

        public ICollection<string> Names => _files.Keys;

        public byte[] this[string name]
        {
            get => _files[name];
            set => _files[name] = value;
        }

        public Task WriteAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken)
        {
            _files[name] = content.ToArray();
            return Task.CompletedTask;
        }

        public Task<byte[]> AddAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken) =>
            Task.FromResult(_files.GetOrAdd(name, content.ToArray()));

        public Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken) => Task.FromResult(_files.GetValueOrDefault(name));

        public Task DeleteAllAsync(string prefix, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    internal sealed class Ledger : IErasureLedger
    {
        public List<LedgerEntry> Entries { get; } = [];

        public List<Sighting> Sightings { get; } = [];

        public Task<bool> AddAsync(string controller, LedgerEntry entry, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task AddAsync(string controller, Sighting sighting, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<LedgerEntry>> ReadAsync(string controller, string requestId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<LedgerEntry>>([.. Entries.Where(entry => entry.RequestId == requestId)]);

        public Task<IReadOnlyList<Sighting>> ReadSightingsAsync(string controller, string requestId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Sighting>>([.. Sightings.Where(sighting => sighting.RequestId == requestId)]);
    }

    internal sealed class PublishedKeys : IPublishedKeyStore
    {
        private readonly ConcurrentDictionary<int, PublishedKey> _keys = new();

        public Task<IReadOnlyList<PublishedKey>> ReadAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<PublishedKey>>([.. _keys.Values.OrderBy(key => key.Generation)]);

        public Task AddAsync(PublishedKey key, CancellationToken cancellationToken)
        {
            _keys.TryAdd(key.Generation, key);
            return Task.CompletedTask;
        }
    }
}
