using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>A request for Ada's data, everything that works on it, and a Klaviyo that knows her as <c>01ADA</c>.</summary>
internal sealed class AccessFixture : IAsyncDisposable
{
    private AccessFixture(SubjectIdentity subject, SealedSubject sealedSubject, SubjectVault vault, RequestWork work)
    {
        (Subject, Vault, Work) = (subject, vault, work);
        Processors = new(Some.Processor(work.ControllerDid, work.ProcessorId));
        Requests = new(Some.Request(work) with
        {
            SubjectCipherText = sealedSubject.CipherText,
            SubjectKey = sealedSubject.Key,
            SubjectMasked = sealedSubject.Masked,
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

    public FindProfilesActivity FindProfiles => new(Requests, Vault, new FakeConnections(Klaviyo));

    public GatherPartActivity GatherPart => new(Requests, new FakeConnections(Klaviyo), Readers, Exports, Time);

    public AssembleExportActivity AssembleExport => new(Requests, Processors, Vault, Exports, Time);

    public CompleteAccessActivity CompleteAccess => new(Requests, Exports, Activity, Time);

    private static IPartReader[] Readers =>
        [new ProfilePartReader(), new PredictiveAnalyticsPartReader(), new ListsPartReader(), new SegmentsPartReader(), new EventsPartReader()];

    public static async Task<AccessFixture> CreateAsync(SubjectIdentity? subject = null)
    {
        var (vault, work) = (new SubjectVault(new(new FakeSecretStore())), Some.Work());
        var clear = subject ?? Some.Ada;
        return new(clear, await vault.SealAsync(work.ControllerDid, work.RequestId, new(clear, null), CancellationToken.None), vault, work);
    }

    public Task<FindProfilesActivity.Output> FindAsync() => FindProfiles.RunAsync(new(Work), CancellationToken.None);

    public Task<PartResult> GatherAsync(string category, int profile = 0) => GatherPart.RunAsync(new(Work, profile, category), CancellationToken.None);

    public async Task<IReadOnlyList<PartResult>> GatherAllAsync()
    {
        var parts = new List<PartResult>();
        foreach (var category in Categories.All)
            parts.Add(await GatherAsync(category));
        return parts;
    }

    public ValueTask DisposeAsync() => Klaviyo.DisposeAsync();
}
