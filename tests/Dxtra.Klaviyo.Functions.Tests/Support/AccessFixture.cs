using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>A request for Ada's data, everything that works on it, and a Klaviyo that knows her as <c>01ADA</c>.</summary>
internal sealed class AccessFixture : IAsyncDisposable
{
    private AccessFixture(SubjectEnvelope envelope, SealedSubject sealedSubject, SubjectVault vault, RequestWork work)
    {
        (Subject, Vault, Work) = (envelope.Subject, vault, work);
        Processors = new(Some.Processor(work.ControllerDid, work.ProcessorId));
        Requests = new(Some.Request(work) with
        {
            SubjectCipherText = sealedSubject.CipherText,
            SubjectKey = sealedSubject.Key,
            SubjectMasked = sealedSubject.Masked,
            Encrypted = envelope.Passphrase is not null,
        });
    }

    public SubjectIdentity Subject { get; }
    public SubjectVault Vault { get; }
    public RequestWork Work { get; }
    public FakeRequestStore Requests { get; }
    public FakeProcessorStore Processors { get; }
    public FakeExportStore Exports { get; } = new();
    public FakeActivityLog Activity { get; } = new();
    public FakeTimeProvider Time { get; } = new(Some.Now);

    public FakeKlaviyo Klaviyo { get; } = FakeKlaviyo.Start()
        .Answers("/api/profiles", "profiles.json")
        .Answers("/api/profiles/01ADA", "profile.json")
        .Answers("/api/profiles/01ADA/lists", "lists.json")
        .Answers("/api/profiles/01ADA/segments", "segments.json")
        .Answers("/api/events", "events.json");

    public SubjectRequest Request => Requests[Work];

    public FakePendingStartStore Pending { get; } = new();

    public PartStore Parts => new(Exports);

    public RunRecords Records => new(Exports);

    public AccountCatalogue Catalogue => field ??= new(Time);

    public FindProfilesActivity FindProfiles => new(Requests, Vault, Connections, new(Requests), ProfileParts, Watch.Of(Requests, Pending, Time));

    public GatherPartsActivity GatherParts => new(Room, Readers);

    public HistoryReader History => new(Room, Parts, Catalogue);

    public DigestHistoryActivity DigestHistory => new(Requests, Parts, Catalogue, Connections, Time);

    public FollowProfileActivity FollowProfile => new(Requests, Connections, Room, ProfileParts);

    public AssembleExportActivity AssembleExport => new(Requests, Processors, Vault, Exports, [new JsonExportWriter(), new CsvExportWriter()], Time);

    public CompleteAccessActivity CompleteAccess => new(Requests, Exports, Retention, Records, Looks, Activity, Time);

    public AddSupplementActivity AddSupplement => new(Requests, Exports, Retention, Records, Activity, Time);

    public StartRunActivity StartRun => new(Requests, Records, Retention, Options);

    public FakeExportExpiryStore Expiries { get; } = new();

    public ExportRetention Retention => new(Expiries, Exports, Options, Time);

    private LaterLooks Looks => new(Pending, Options, Time);

    private static IOptions<AccessOptions> Options => Microsoft.Extensions.Options.Options.Create(new AccessOptions());

    private FakeConnections Connections => new(Klaviyo);

    private ProfileParts ProfileParts => new(Parts, Catalogue, Time);

    private AccountSearch Search => field ??= new(new(Options, Time), Time);

    private ReadingRoom Room => new(Requests, Connections, Parts, Time);

    private IPartReader[] Readers =>
        [new ProfileReader(ProfileParts), new PredictionsReader(), new CouponsReader(), new ReviewsReader(Catalogue, Search), new CustomObjectsReader(Catalogue, Search), new GroupsReader()];

    public static async Task<AccessFixture> CreateAsync(SubjectIdentity? subject = null, string? passphrase = null)
    {
        var (vault, work) = (new SubjectVault(new(new FakeSecretStore())), Some.Work());
        var clear = subject ?? Some.Ada;
        var envelope = new SubjectEnvelope(clear, null) { Passphrase = passphrase };
        return new(envelope, await vault.SealAsync(work.ControllerDid, work.RequestId, envelope, CancellationToken.None), vault, work);
    }

    public async Task<FindProfilesActivity.Output> FindAsync() => (await FindProfiles.RunAsync(new(Work), CancellationToken.None)).Output!;

    public async Task<IReadOnlyList<PartResult>> GatherAsync(string read, int profile = 0) =>
        (await GatherParts.RunAsync(new(Work, profile, read), CancellationToken.None)).Output!;

    /// <summary>A history that one page holds.</summary>
    public async Task<IReadOnlyList<PartResult>> ReadHistoryAsync(int profile = 0)
    {
        var plan = await History.PlanAsync(Work, profile, CancellationToken.None);
        return (await DigestHistory.RunAsync(new(Work, profile, [plan!.Whole!], null), CancellationToken.None)).Output!;
    }

    public async Task<IReadOnlyList<PartResult>> GatherAllAsync()
    {
        var parts = (await ReadHistoryAsync()).ToDictionary(part => part.Category);
        foreach (var read in Reads.AfterProfile.Except([Reads.History]).Prepend(Reads.Profile))
            foreach (var part in await GatherAsync(read))
                parts.Add(part.Category, part);
        return [.. Categories.All.Select(category => parts[category])];
    }

    public ValueTask DisposeAsync() => Klaviyo.DisposeAsync();
}
