using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Client;

/// <summary>One request, as often as it may have to be sent.</summary>
/// <param name="Operation">Klaviyo's name for it, for logs and exceptions.</param>
/// <param name="Method">Decides whether the request may be repeated, see <see cref="IsIdempotent"/>.</param>
/// <param name="Address">Relative to the base address, or absolute on it.</param>
/// <param name="Body">A JSON:API document, or null.</param>
internal sealed record KlaviyoRequest(string Operation, HttpMethod Method, Uri Address, JsonObject? Body = null)
{
    /// <summary>Sent twice, it has the effect of once. Klaviyo's PATCH sets values and is; its POST creates and is not.</summary>
    public bool IsIdempotent => Method != HttpMethod.Post;

    /// <summary>Whether a success carries a document.</summary>
    public bool ExpectsDocument { get; init; } = Method != HttpMethod.Delete;

    public static KlaviyoRequest Get(string operation, string path, KlaviyoQuery? query = null) =>
        new(operation, HttpMethod.Get, Relative($"{path}{query}"));

    public static KlaviyoRequest Post(string operation, string path, JsonObject body) =>
        new(operation, HttpMethod.Post, Relative(path), body);

    /// <summary>A POST that is answered without a document.</summary>
    public static KlaviyoRequest Command(string operation, string path, JsonObject body) =>
        Post(operation, path, body) with { ExpectsDocument = false };

    public static KlaviyoRequest Patch(string operation, string path, JsonObject body) =>
        new(operation, HttpMethod.Patch, Relative(path), body);

    public static KlaviyoRequest Delete(string operation, string path, JsonObject? body = null) =>
        new(operation, HttpMethod.Delete, Relative(path), body);

    public KlaviyoUnavailableException Unavailable(KlaviyoUnavailableReason reason, Exception? cause = null) =>
        new(new KlaviyoFailure(Operation, Cause: cause), reason);

    public KlaviyoUnavailableException UnexpectedShape() => Unavailable(KlaviyoUnavailableReason.UnexpectedShape);

    /// <summary>The operation alone: an address may name a person, a body may hold a secret.</summary>
    public override string ToString() => Operation;

    private static Uri Relative(string pathAndQuery) => new(pathAndQuery, UriKind.Relative);
}
