using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>A Klaviyo that one person is in, on one list; it carries out what it is told, and counts it.</summary>
internal sealed class ErasureKlaviyo : IAsyncDisposable
{
    public const string Id = "01ADA";
    public const string List = "LiSt01";
    public const string Email = "ada@example.com";

    private static readonly IReadOnlyList<string> Destructive =
        ["/api/data-privacy-deletion-jobs", "/api/profile-subscription-bulk-delete-jobs", $"/api/lists/{List}/relationships/profiles"];

    private readonly ConcurrentQueue<string> _calls = new();

    public ErasureKlaviyo()
    {
        Server.Answers("/api/profiles", request => Documents(IsThere && Asks(request) ? [Person(Id, Email)] : [], Others))
            .Answers($"/api/profiles/{Id}", _ => IsThere ? Document(Person(Id, StoredEmail)) : NotFound)
            .Answers($"/api/profiles/{Id}/lists", _ => IsThere ? Documents(IsMember ? [new { type = "list", id = List, attributes = new { name = "News" } }] : []) : NotFound)
            .Answers("/api/accounts", _ => KeyRefused ? Unauthorized : Document(new[] { new { type = "account", id = "AbC123", attributes = new { } } }))
            .Answers(Destructive[0], _ => Change("delete", () => IsThere = IsThere && Lies))
            .Answers(Destructive[1], _ => Change("unsubscribe", () => Consent = "UNSUBSCRIBED"))
            .Answers(Destructive[2], _ => Change("leave", () => IsMember = false));
    }

    public FakeKlaviyo Server { get; } = FakeKlaviyo.Start();

    public bool IsThere { get; set; } = true;

    public bool IsMember { get; private set; } = true;

    public string Consent { get; private set; } = "SUBSCRIBED";

    /// <summary>The address that the profile has now.</summary>
    public string StoredEmail { get; set; } = Email;

    /// <summary>Klaviyo takes the deletion and does nothing.</summary>
    public bool Lies { get; set; }

    /// <summary>No endpoint takes the key.</summary>
    public bool KeyRefused { get; set; }

    /// <summary>The status with which these calls are refused (<c>delete</c>, …), as often as the count says.</summary>
    public (string Call, int Status, int Times) Refusal { get; set; }

    /// <summary>Other people who have her address.</summary>
    public IReadOnlyList<object> Others { get; set; } = [];

    /// <summary>Called after a change was made and before it is answered: true loses the answer.</summary>
    public Func<string, bool>? Lose { get; set; }

    /// <summary>What was carried out.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    public static object Person(string id, string email, DateTimeOffset? created = null, string consent = "SUBSCRIBED") => new
    {
        type = "profile",
        id,
        attributes = new { email, created = created ?? Some.Now.AddYears(-1), subscriptions = new { email = new { marketing = new { consent } } } },
    };

    public static IResult Unauthorized => Error(401);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private IResult Change(string call, Action change)
    {
        if (KeyRefused)
            return Unauthorized;
        if (Refusal.Call == call && Refusal.Times > 0)
        {
            Refusal = Refusal with { Times = Refusal.Times - 1 };
            return Error(Refusal.Status);
        }

        if (call == "delete" && !IsThere)
            return NotFound;
        _calls.Enqueue(call);
        change();
        return Lose?.Invoke(call) == true ? Results.StatusCode(503) : Results.StatusCode(202);
    }

    private object Person(string id, string email) => Person(id, email, consent: Consent);

    private static bool Asks(HttpRequest request) => request.Query["filter"].ToString() is var filter
        && (filter.Contains(Email, StringComparison.Ordinal) || filter.Contains(Id, StringComparison.Ordinal));

    private static IResult NotFound => Error(404);

    private static IResult Error(int status) => Results.Text(
        new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["id"] = "1", ["status"] = status, ["code"] = "error", ["title"] = "Refused", ["detail"] = "Refused" }) }.ToJsonString(),
        "application/vnd.api+json", statusCode: status);

    private static IResult Document(object data) => Results.Text(JsonSerializer.Serialize(new { data, links = new { next = (string?)null } }), "application/vnd.api+json");

    private static IResult Documents(IEnumerable<object> data, IEnumerable<object>? more = null) => Document(data.Concat(more ?? []).ToArray());
}
