using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The desk with everything behind it, for one processor.</summary>
internal sealed class ConsentFixture(ILedgerStore? ledger = null, TimeProvider? time = null, IKlaviyoConnections? connections = null, RequestWork? work = null)
{
    private readonly FakeSecretStore _secrets = new();

    public RequestWork Work { get; } = work ?? Some.Work();
    public ConsentOptions Options { get; } = new();
    public FakeTimeProvider Clock { get; } = time as FakeTimeProvider ?? new(Some.Now);
    public FakeActivityLog Activity { get; } = new();
    public FakeTombstoneStore Tombstones { get; } = new();
    public FakePendingStartStore Pending { get; } = new();
    public FakeExclusionStore Excluded { get; } = new();
    public FakeSyncStore Sync { get; } = new();
    public FakeMetricBookStore Books { get; } = new();
    public FakeRequestStore Requests { get; set; } = new();
    public ILedgerStore Ledger { get; } = ledger ?? new FakeLedgerStore();

    public ControllerKeys Keys => field ??= new(_secrets);

    public ProfileSeal Seal => new(Keys);

    public LedgerWriter Writer => new(Ledger, AsOptions());

    public Exclusions Exclusions => new(Excluded, Seal, Pending, Activity, Clock);

    public ReappearanceWatch Watching => Watch.Of(Requests, Pending, Clock, Tombstones, Keys);

    public ConsentDesk Desk => new(
        Ledger, Writer, new(Tombstones, new(Keys), Watching), new(Activity, Exclusions), new(Keys), Seal, AsOptions(), Clock);

    public OwedSweep Sweep => new(Ledger, Writer, new(Activity, Exclusions), Seal, Clock);

    public LedgerReader Reader => new(Ledger, Writer);

    public ConsentMetrics Metrics => field ??= new(connections!, Books, Clock, NullLogger<ConsentMetrics>.Instance);

    public ConsentEvents Events => new(Metrics, Clock);

    public IEnumerable<ActivityEntry> Changes => Activity.Entries.Where(entry => entry.Type is ActivityType.ConsentChanged or ActivityType.ListChanged);

    public IOptions<ConsentOptions> AsOptions() => Microsoft.Extensions.Options.Options.Create(Options);

    /// <summary>Something that happened so many seconds before now.</summary>
    public ConsentNews News(
        string source, ConsentState state, double secondsAgo, ConsentWay way = ConsentWay.Webhook,
        ConsentChannel channel = ConsentChannel.EmailMarketing, string profile = "01ADA") =>
        new(source, profile, channel, state, Some.Now.AddSeconds(-secondsAgo), way);

    public Task<ConsentReceipt> TakeAsync(params IReadOnlyCollection<ConsentNews> news) =>
        Desk.TakeAsync(Work.ControllerDid, Work.ProcessorId, news, CancellationToken.None);

    public async Task<LedgerSubject> SubjectAsync(string profile = "01ADA") => new(
        Work.ControllerDid, Work.ProcessorId, (await new IdentifierHashes(Keys).OfProfileIdsAsync(Work.ControllerDid, CancellationToken.None))(profile));

    /// <summary>A person's lines, oldest first.</summary>
    public async Task<IReadOnlyList<ConsentChangeView>> LinesAsync(string profile = "01ADA") =>
        [.. (await Reader.PageAsync(await SubjectAsync(profile), new(null, null, null), PageQuery.Largest, CancellationToken.None)).Items.Reverse()];

    public async Task<ConsentState?> HeldAsync(ConsentChannel channel = ConsentChannel.EmailMarketing, string profile = "01ADA") =>
        (await Ledger.ReadHeldAsync(await SubjectAsync(profile), withLists: true, CancellationToken.None)).FirstOrDefault(held => held.Channel == channel)?.State;
}
