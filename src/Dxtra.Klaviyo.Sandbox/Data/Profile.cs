using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>A person as the account knows them. Changed only while the store's gate is held.</summary>
internal sealed class Profile(string id, DateTimeOffset created)
{
    /// <summary>A ULID.</summary>
    public string Id => id;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Updated { get; set; } = created;

    public DateTimeOffset? LastEvent { get; set; }

    /// <summary>The writable attributes by their names in the API: <c>email</c>, <c>location</c>, <c>properties</c>, …</summary>
    public JsonObject Attributes { get; } = [];

    public Subscriptions Subscriptions { get; set; } = new();

    /// <summary>Null: no history to predict from.</summary>
    public PredictiveAnalytics? Analytics { get; set; }

    public List<PushToken> PushTokens { get; } = [];

    public List<Conversation> Conversations { get; } = [];

    /// <summary>Further addresses, which no attribute shows.</summary>
    public List<string> SecondaryEmails { get; } = [];

    public string? Email => Text("email");

    public string? PhoneNumber => Text("phone_number");

    public string? ExternalId => Text("external_id");

    private string? Text(string name) => (string?)Attributes[name];
}
