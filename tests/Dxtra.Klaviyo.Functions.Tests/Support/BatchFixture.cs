using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>A batch for some subjects, its requests stored, and a Klaviyo that finds people by what it is asked for.</summary>
internal sealed class BatchFixture : IAsyncDisposable
{
    private BatchFixture(AccessBatch batch) => Batch = batch;

    public AccessBatch Batch { get; }
    public FakeKlaviyo Klaviyo { get; } = FakeKlaviyo.Start();
    public FakePeople People => field ??= new(Klaviyo);
    public FakeBatchStore Batches { get; } = new();
    public FakeRequestStore Requests { get; } = new();
    public FakeExportStore Exports { get; } = new();
    public FakeTimeProvider Time { get; } = new(Some.Now);
    public SubjectVault Vault { get; } = new(new(new FakeSecretStore()));
    public AccountCatalogue Catalogue => field ??= new(Time);
    public AccountSearch Search => field ??= new(new(Options.Create(new AccessOptions()), Time), Time);
    public RunRecords Records => new(Exports);

    public ClaimChunkActivity Claim => new(Batches, Requests, Some.RequestRetention());

    public StartChunkActivity Start => new(Batches, Requests, Exports, Time);

    public PrepareChunkActivity Prepare => new(
        Batches, new FakeConnections(Klaviyo),
        new(Requests, Vault, new(Requests), new(new(Exports), Catalogue, Time), new(Exports), Watch.Of(Requests, new FakePendingStartStore(), Time), Time), new(Catalogue), new(new(Catalogue, Search), new(Catalogue, Search)), Records);

    public static async Task<BatchFixture> CreateAsync(params SubjectIdentity[] subjects)
    {
        var batch = new AccessBatch(DescendingId.New(Some.Now), Some.Controller(), "p1", "user-1", Some.Now, Math.Max(1, (subjects.Length + 99) / 100));
        var fixture = new BatchFixture(batch);
        var entries = subjects.Select((subject, index) => new BatchEntry(
            index + 1, null, new(new(subject.Email, subject.Phone, subject.ExternalId, subject.ProfileId), null, null, null, null)));
        var lines = await new BatchLines(new(fixture.Vault)).MakeAsync(batch, [.. entries], field => field, CancellationToken.None);
        await fixture.Batches.ClaimAsync(batch, lines, null, CancellationToken.None);
        return fixture;
    }

    public StartRunActivity StartRun => new(
        Requests, Records, Some.Retention(new FakeExportExpiryStore()), Options.Create(new AccessOptions()));

    public Task<int> ClaimAsync() => Claim.RunAsync(new(Batch.Work(), 0), CancellationToken.None);

    /// <summary>Claims the first chunk and prepares it.</summary>
    public async Task<int> PrepareAsync()
    {
        await ClaimAsync();
        return (await Prepare.RunAsync(new(Batch.Work(), 0), CancellationToken.None)).Output;
    }

    public RequestWork Work(int line) => Batch.Work() with { RequestId = Batches.Lines(Batch.Id)[line].Line.RequestId! };

    public SubjectRequest Request(int line) => Requests[Work(line)];

    /// <summary>What was prepared for a line; empty when nothing was.</summary>
    public async Task<IReadOnlyList<PartResult>> PreparedAsync(int line) => (await Records.FindAsync(Work(line), CancellationToken.None))?.Parts ?? [];

    /// <summary>Calls of a path, decoded.</summary>
    public IReadOnlyList<string> Calls(string path) =>
        [.. Klaviyo.Asked.Where(call => call.Split('?')[0] == path).Select(Uri.UnescapeDataString)];

    public ValueTask DisposeAsync() => Klaviyo.DisposeAsync();
}
