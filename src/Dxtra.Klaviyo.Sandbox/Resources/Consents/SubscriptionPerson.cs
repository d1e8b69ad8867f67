using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>A person in a request that changes consent.</summary>
internal sealed record SubscriptionPerson
{
    /// <summary>The profile's id, which only subscribing takes.</summary>
    public string? Id { get; init; }

    public string? Email { get; init; }

    public string? PhoneNumber { get; init; }

    /// <summary>The channels named, each with its parameters.</summary>
    public required IReadOnlyList<(ConsentChannel Channel, JsonObject Parameters)> Channels { get; init; }

    /// <summary>Devices named under <c>push</c>, each with its platform, <c>ios</c> or <c>android</c>.</summary>
    public required IReadOnlyList<(string Token, string Platform)> PushTokens { get; init; }

    public static SubscriptionPerson Read(JsonNode? item, string state, string pointer)
    {
        if (item is not JsonObject profile || JsonBody.OptionalText(profile, "type", pointer + "/type") != ResourceTypes.Profile)
            throw JsonBody.Invalid(pointer + "/type", "The type must be 'profile'.");
        var attributes = JsonBody.Object(profile, "attributes", pointer + "/attributes");
        var subscriptions = JsonBody.Object(attributes, "subscriptions", pointer + "/attributes/subscriptions");
        var channels = ReadChannels(subscriptions, state, pointer + "/attributes/subscriptions");
        var person = new SubscriptionPerson
        {
            Id = JsonBody.OptionalText(profile, "id", pointer + "/id"),
            Email = JsonBody.OptionalText(attributes, "email", pointer + "/attributes/email"),
            PhoneNumber = JsonBody.OptionalText(attributes, "phone_number", pointer + "/attributes/phone_number"),
            Channels = channels,
            PushTokens = ReadTokens(subscriptions["push"] as JsonObject, pointer + "/attributes/subscriptions/push/tokens"),
        };
        if (person is { Id: null, Email: null, PhoneNumber: null })
            throw JsonBody.Invalid(pointer + "/attributes", "One of email or phone_number is required.");
        return person;
    }

    private static List<(string Token, string Platform)> ReadTokens(JsonObject? push, string pointer) =>
        [.. (push?["tokens"] as JsonArray ?? []).Select(item => item is JsonObject token
            ? (JsonBody.Text(token, "token", pointer), JsonBody.Text(token, "platform", pointer))
            : throw JsonBody.Invalid(pointer, "A push token must be an object."))];

    private static List<(ConsentChannel Channel, JsonObject Parameters)> ReadChannels(JsonObject subscriptions, string state, string pointer)
    {
        var channels = new List<(ConsentChannel, JsonObject)>();
        foreach (var channel in ConsentChannel.All)
        {
            if ((subscriptions[channel.Channel] as JsonObject)?[channel.Purpose] is not JsonObject parameters)
                continue;
            if (JsonBody.OptionalText(parameters, "consent", $"{pointer}/{channel.Channel}/{channel.Purpose}/consent") != state)
                throw JsonBody.Invalid($"{pointer}/{channel.Channel}/{channel.Purpose}/consent", $"The consent must be '{state}'.");
            channels.Add((channel, parameters));
        }

        return channels.Count > 0 ? channels : throw JsonBody.Invalid(pointer, "At least one channel is required.");
    }
}
