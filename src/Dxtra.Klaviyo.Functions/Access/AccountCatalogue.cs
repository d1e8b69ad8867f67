using System.Collections.Concurrent;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// What is the same for all people of an account and would be asked again and again: names of campaigns, flows and lists, whether
/// there are reviews and custom objects. Kept for an hour in each process; a name that is not known is looked for anew at most
/// every five minutes.
/// </summary>
internal sealed class AccountCatalogue(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan BeforeLookingAgain = TimeSpan.FromMinutes(5);
    private static readonly string[] ReviewMetrics = ["Ready to Review", "Submitted Review", "Submitted Rating"];

    private readonly ConcurrentDictionary<(string Processor, string Kind), Shelf> _shelves = new();

    /// <summary>Names of campaigns with the campaign of each message; of nothing when the key may not see them.</summary>
    public async Task<MessageNames> MessagesAsync(
        RequestWork work, KlaviyoClient klaviyo, Func<MessageNames, bool> knowsEnough, CancellationToken cancellationToken) =>
        await GetAsync(work, "messages", () => MessageNames.ReadAsync(klaviyo, cancellationToken), knowsEnough, cancellationToken);

    /// <summary>Names of lists by id.</summary>
    public Task<IReadOnlyDictionary<string, string?>> ListsAsync(
        RequestWork work, KlaviyoClient klaviyo, string wanted, CancellationToken cancellationToken) =>
        GetAsync(work, "lists", () => ListNamesAsync(klaviyo, cancellationToken), known => known.ContainsKey(wanted), cancellationToken);

    /// <summary>All lists and segments as Klaviyo sent them, not before <paramref name="since"/>.</summary>
    public Task<AccountGroups> GroupsAsync(RequestWork work, KlaviyoClient klaviyo, DateTimeOffset since, CancellationToken cancellationToken) =>
        GetAsync(work, "groups", () => AccountGroups.ReadAsync(klaviyo, cancellationToken), _ => false, cancellationToken, since);

    /// <summary>True when the account has metrics of reviews, or when it does not show its metrics.</summary>
    public async Task<bool> HasReviewsAsync(RequestWork work, KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        var names = await GetAsync(work, "metrics", () => MetricNamesAsync(klaviyo, cancellationToken), _ => true, cancellationToken);
        return names is null || names.Overlaps(ReviewMetrics);
    }

    /// <summary>The types of custom objects; null when the key may not see them.</summary>
    public Task<IReadOnlyList<NamedId>?> ObjectTypesAsync(RequestWork work, KlaviyoClient klaviyo, CancellationToken cancellationToken) =>
        GetAsync(work, "objectTypes", () => ObjectTypesAsync(klaviyo, cancellationToken), types => types is not null, cancellationToken);

    private async Task<T> GetAsync<T>(
        RequestWork work, string kind, Func<Task<T>> read, Func<T, bool> suffices, CancellationToken cancellationToken, DateTimeOffset since = default)
    {
        var shelf = _shelves.GetOrAdd((work.ProcessorId, kind), _ => new Shelf());
        if (shelf.Fresh(time.GetUtcNow(), since, suffices) is { } fresh)
            return (T)fresh.Value!;
        await shelf.Gate.WaitAsync(cancellationToken);
        try
        {
            if (shelf.Fresh(time.GetUtcNow(), since, suffices) is { } meanwhile)
                return (T)meanwhile.Value!;
            var asOf = time.GetUtcNow();
            var value = await read();
            shelf.Kept = new(value, asOf);
            return value;
        }
        finally
        {
            shelf.Gate.Release();
        }
    }

    private static async Task<IReadOnlyDictionary<string, string?>> ListNamesAsync(KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        try
        {
            var names = new Dictionary<string, string?>();
            await foreach (var list in klaviyo.Lists.ListAsync(cancellationToken: cancellationToken).ItemsAsync(cancellationToken))
                names[list.Id] = list.Attributes.Name;
            return names;
        }
        catch (KlaviyoPermissionException)
        {
            return new Dictionary<string, string?>();
        }
    }

    private static async Task<HashSet<string>?> MetricNamesAsync(KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        try
        {
            return await klaviyo.Metrics.ListAsync(cancellationToken).ItemsAsync(cancellationToken)
                .Select(metric => metric.Attributes.Name ?? "").ToHashSetAsync(cancellationToken: cancellationToken);
        }
        catch (KlaviyoPermissionException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<NamedId>?> ObjectTypesAsync(KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        try
        {
            return await klaviyo.CustomObjects.ListTypesAsync(cancellationToken).ItemsAsync(cancellationToken)
                .Select(type => new NamedId(type.Id, type.Attributes.Title)).ToListAsync(cancellationToken);
        }
        catch (KlaviyoNotFoundException)
        {
            // An account without custom objects.
            return [];
        }
        catch (KlaviyoPermissionException)
        {
            return null;
        }
    }

    private sealed class Shelf
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Kept? Kept { get; set; }

        public Kept? Fresh<T>(DateTimeOffset now, DateTimeOffset since, Func<T, bool> suffices) =>
            Kept is { } kept && kept.At >= since && (now - kept.At < BeforeLookingAgain || (now - kept.At < Lifetime && suffices((T)kept.Value!))) ? kept : null;
    }

    private sealed record Kept(object? Value, DateTimeOffset At);
}
