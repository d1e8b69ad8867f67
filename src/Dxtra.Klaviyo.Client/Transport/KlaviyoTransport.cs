using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// What the resources stand on: sends with one key, short patience and the governor's leave for every attempt, reads documents,
/// follows pages.
/// </summary>
internal sealed class KlaviyoTransport(
    KlaviyoExchange exchange, ShortPatience patience, IKlaviyoGovernor governor, KlaviyoKey key, QuotaCaller caller)
{
    /// <summary>The document answered, independent of the answer; an undefined element for an answer without one.</summary>
    public async Task<JsonElement> SendAsync(KlaviyoRequest request, CancellationToken cancellationToken) =>
        (await ReceiveAsync(request, cancellationToken))?.Detach() ?? default;

    /// <inheritdoc cref="IKlaviyoGovernor.WouldWait"/>
    public TimeSpan WouldWait(KlaviyoRequest request) => governor.WouldWait(caller, request);

    /// <summary>The account behind the key has become known.</summary>
    public void Identify(string accountId) => governor.Identify(caller, accountId);

    public async Task<KlaviyoResource<T>> GetAsync<T>(
        KlaviyoRequest request, JsonTypeInfo<T> attributes, CancellationToken cancellationToken)
    {
        var document = await SendAsync(request, cancellationToken);
        return Read(request, () => DocumentReader.ReadResource(document, attributes));
    }

    public async Task<KlaviyoDocument<T>> GetDocumentAsync<T>(
        KlaviyoRequest request, JsonTypeInfo<T> attributes, CancellationToken cancellationToken)
    {
        var document = await SendAsync(request, cancellationToken);
        return Read(request, () => DocumentReader.ReadDocument(document, attributes));
    }

    /// <summary>Null when Klaviyo says that it does not exist, with a 404 or with no data in a document.</summary>
    public async Task<KlaviyoResource<T>?> FindAsync<T>(
        KlaviyoRequest request, JsonTypeInfo<T> attributes, CancellationToken cancellationToken)
    {
        try
        {
            var document = await SendAsync(request, cancellationToken);
            return DocumentReader.IsNothing(document) ? null : Read(request, () => DocumentReader.ReadResource(document, attributes));
        }
        catch (KlaviyoNotFoundException)
        {
            return null;
        }
    }

    public async Task<KlaviyoPage<T>> GetPageAsync<T>(
        KlaviyoRequest request, JsonTypeInfo<T> attributes, CancellationToken cancellationToken)
    {
        var document = await SendAsync(request, cancellationToken);
        return Read(request, () => DocumentReader.ReadPage(document, attributes));
    }

    public async IAsyncEnumerable<KlaviyoPage<T>> GetPagesAsync<T>(
        KlaviyoRequest first, JsonTypeInfo<T> attributes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var request = first; request is not null;)
        {
            var document = await SendAsync(request, cancellationToken);
            var page = Read(request, () => DocumentReader.ReadPage(document, attributes));
            request = NextOf(request, document);
            yield return page;
        }
    }

    /// <summary>The same with pages that are lent and attributes as sent: each page is valid until the next one is asked for.</summary>
    public async IAsyncEnumerable<KlaviyoPage<JsonElement>> LendPagesAsync(
        KlaviyoRequest first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var request = first; request is not null;)
        {
            using var body = await ReceiveAsync(request, cancellationToken);
            var page = Read(request, () => DocumentReader.ReadRawPage(body?.Root ?? default));
            request = NextOf(request, body?.Root ?? default);
            yield return page;
        }
    }

    public async IAsyncEnumerable<KlaviyoPage<T>> GetPagesOfAllAsync<T>(
        IEnumerable<KlaviyoRequest> queries, JsonTypeInfo<T> attributes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var query in queries)
            await foreach (var page in GetPagesAsync(query, attributes, cancellationToken))
                yield return page;
    }

    private async Task<KlaviyoBody?> ReceiveAsync(KlaviyoRequest request, CancellationToken cancellationToken) =>
        await patience.For(request).ExecuteAsync(
            static async (call, token) => await call.self.AttemptAsync(call.request, token), (self: this, request), cancellationToken);

    private async Task<KlaviyoBody?> AttemptAsync(KlaviyoRequest request, CancellationToken cancellationToken)
    {
        using var pass = await governor.AdmitAsync(caller, request, cancellationToken);
        return await exchange.SendAsync(request, key, pass, cancellationToken);
    }

    private KlaviyoRequest? NextOf(KlaviyoRequest request, JsonElement document)
    {
        if (DocumentReader.NextLink(document) is not { } link)
            return null;

        // A page that names itself as the next one would never end.
        var next = KlaviyoAddress.Next(exchange.BaseAddress, link);
        return next is null || next == request.Address ? throw request.UnexpectedShape() : request with { Address = next };
    }

    private static TResult Read<TResult>(KlaviyoRequest request, Func<TResult> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Not kept as the cause: its text may quote the body.
            throw request.UnexpectedShape();
        }
    }
}
