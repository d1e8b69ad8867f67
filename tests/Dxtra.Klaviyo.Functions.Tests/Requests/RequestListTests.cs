namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Filters and pages of <see cref="TableRequestStore"/>.</summary>
[Collection(StorageTests.Name)]
public sealed class RequestListTests(StorageFixture storage) : IAsyncLifetime
{
    private static readonly PageQuery All = new(500, null);

    private readonly TableRequestStore _store = new(storage.Tables, TimeProvider.System);
    private readonly string _controller = Some.Controller();

    /// <summary>Named after what is special about them, oldest first.</summary>
    private static readonly (string Name, RequestKind Kind, RequestStatus Status, int DueInDays)[] Requests =
    [
        ("oldest", RequestKind.Access, RequestStatus.Completed, -5),
        ("overdue", RequestKind.Access, RequestStatus.Running, -1),
        ("deletion", RequestKind.Deletion, RequestStatus.AwaitingIdentity, 20),
        ("overdue deletion", RequestKind.Deletion, RequestStatus.AwaitingIdentity, -2),
        ("newest", RequestKind.Access, RequestStatus.Running, 30),
    ];

    public async Task InitializeAsync()
    {
        foreach (var ((name, kind, status, due), age) in Requests.Zip(Enumerable.Range(0, Requests.Length)))
        {
            var request = Some.Request(new(_controller, "p1", DescendingId.New(Some.Now.AddMinutes(age))), status);
            await _store.ClaimAsync(request with { Kind = kind, DueAt = Some.Now.AddDays(due), SubjectMasked = name }, "user-1", null, CancellationToken.None);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Requests_come_newest_first() =>
        Assert.Equal(["newest", "overdue deletion", "deletion", "overdue", "oldest"], await ListAsync(new(null, null, null)));

    [Fact]
    public async Task They_are_filtered_by_kind() =>
        Assert.Equal(["overdue deletion", "deletion"], await ListAsync(new(RequestKind.Deletion, null, null)));

    [Fact]
    public async Task They_are_filtered_by_status() =>
        Assert.Equal(["newest", "overdue"], await ListAsync(new(null, RequestStatus.Running, null)));

    [Fact]
    public async Task Overdue_is_what_is_open_and_past_its_day() =>
        Assert.Equal(["overdue deletion", "overdue"], await ListAsync(new(null, null, Some.Now)));

    [Fact]
    public async Task Filters_add_up() =>
        Assert.Equal(["overdue deletion"], await ListAsync(new(RequestKind.Deletion, RequestStatus.AwaitingIdentity, Some.Now)));

    [Fact]
    public async Task Pages_follow_each_other_to_the_end_without_a_gap()
    {
        var (names, cursors, cursor) = (new List<string>(), 0, (string?)null);
        do
        {
            Assert.True(Cursor.TryDecode(cursor, out var token));
            var page = await _store.ListAsync(_controller, new(null, null, null), new(2, token), CancellationToken.None);
            Assert.InRange(page.Items.Count, 0, 2);
            names.AddRange(page.Items.Select(request => request.SubjectMasked));
            cursor = page.Next;
            cursors++;
        }
        while (cursor is not null);

        Assert.Equal(["newest", "overdue deletion", "deletion", "overdue", "oldest"], names);
        Assert.InRange(cursors, 3, 4);
    }

    private async Task<IEnumerable<string>> ListAsync(RequestFilter filter) =>
        (await _store.ListAsync(_controller, filter, All, CancellationToken.None)).Items.Select(request => request.SubjectMasked);
}
