using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Client;

/// <summary>The documents that change consent.</summary>
internal static class ConsentBody
{
    public static JsonObject ForUnsubscribe(IReadOnlyCollection<Unsubscription> profiles) => Job(
        "profile-subscription-bulk-delete-job",
        [.. profiles.Select(profile => Profile(profile, profileId: null, ConsentWords.Unsubscribed))]);

    /// <exception cref="ArgumentException">A time of consent is missing in a historical import, or given outside one.</exception>
    public static JsonObject ForSubscribe(IReadOnlyCollection<Subscription> profiles, SubscribeOptions options)
    {
        if (profiles.Any(profile => profile.ConsentedAt is null == options.HistoricalImport))
            throw new ArgumentException("The time of consent belongs to each profile of a historical import.", nameof(profiles));

        var document = Job(
            "profile-subscription-bulk-create-job",
            [.. profiles.Select(profile => Profile(profile, profile.ProfileId, ConsentWords.Subscribed(profile.ConsentedAt)))]);
        var data = document["data"]!;
        if (options.Source is { } source)
            data["attributes"]!["custom_source"] = source;
        if (options.HistoricalImport)
            data["attributes"]!["historical_import"] = true;
        if (options.ListId is { } listId)
            data["relationships"] = List(listId);
        return document;
    }

    public static JsonObject Job(string type, JsonObject[] profiles)
    {
        var attributes = new JsonObject { ["profiles"] = new JsonObject { ["data"] = new JsonArray([.. profiles]) } };
        return new() { ["data"] = new JsonObject { ["type"] = type, ["attributes"] = attributes } };
    }

    private static JsonObject List(string id) =>
        new() { ["list"] = new JsonObject { ["data"] = new JsonObject { ["type"] = "list", ["id"] = id } } };

    private static JsonObject Profile(ConsentChange change, string? profileId, ConsentWords words)
    {
        var attributes = new JsonObject();
        if (change.Email is { } email)
            attributes["email"] = email;
        if (change.PhoneNumber is { } phoneNumber)
            attributes["phone_number"] = phoneNumber;
        attributes["subscriptions"] = ConsentSubscriptions.Of(change, words);

        var profile = new JsonObject { ["type"] = "profile" };
        if (profileId is not null)
            profile["id"] = profileId;
        profile["attributes"] = attributes;
        return profile;
    }
}
