using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Errors;

namespace Dxtra.Klaviyo.Sandbox.Resources.Profiles;

/// <summary>Creates and changes profiles the way every write of Klaviyo does: by identifier, refusing to join two people.</summary>
internal sealed class ProfileImport(AccountData data, ChangeJournal changes, IdSource ids, TimeProvider time)
{
    /// <exception cref="ApiErrorException">400 without an identifier, 409 when one of them is taken.</exception>
    public Profile Create(JsonObject attributes)
    {
        var existing = FindByIdentifiers(attributes);
        if (existing.Count > 0)
            throw new ApiErrorException(RequestErrors.DuplicateProfile(existing[0].Id));
        RequireIdentifier(attributes);
        return AddNew(attributes);
    }

    /// <exception cref="ApiErrorException">
    /// 400 without an identifier, 404 for an unknown id, 409 when the identifiers belong to two profiles.
    /// </exception>
    public (Profile Profile, bool Created) Upsert(string? id, JsonObject attributes)
    {
        var existing = FindByIdentifiers(attributes);
        if (id is not null)
        {
            var named = data.Profiles.Find(id) ?? throw new ApiErrorException(RequestErrors.NotFound("profile", id));
            existing = [named, .. existing.Where(profile => profile != named)];
        }

        if (existing.Count > 1)
            throw new ApiErrorException(RequestErrors.DuplicateProfile(existing[1].Id));
        if (existing.Count == 1)
            return (Change(existing[0], attributes), false);
        RequireIdentifier(attributes);
        return (AddNew(attributes), true);
    }

    /// <summary>Whom an upsert would change; null when it would make somebody new.</summary>
    public Profile? Find(string? id, JsonObject attributes) =>
        id is not null ? data.Profiles.Find(id) : FindByIdentifiers(attributes) is [var found, ..] ? found : null;

    /// <summary>Adds a person whom nobody has asked for by id, which is worth a note: it may be one who was deleted.</summary>
    public Profile AddNew(JsonObject attributes)
    {
        var profile = Add(attributes);
        changes.Add(Data.Change.Created, profile.Id);
        return profile;
    }

    /// <summary>Adds a profile as it is, even one without any identifier.</summary>
    public Profile Add(JsonObject attributes)
    {
        var now = Now();
        var profile = new Profile(ids.Ulid(now), now);
        Apply(attributes, profile);
        data.Profiles.Add(profile);
        return profile;
    }

    private Profile Change(Profile profile, JsonObject attributes)
    {
        Apply(attributes, profile);
        profile.Updated = Now();
        return profile;
    }

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    private IReadOnlyList<Profile> FindByIdentifiers(JsonObject attributes) => data.Profiles.FindByIdentifiers(
        (string?)attributes["email"], (string?)attributes["phone_number"], (string?)attributes["external_id"]);

    private static void RequireIdentifier(JsonObject attributes)
    {
        if (ProfileAttributes.Identifiers.All(name => attributes[name] is null))
            throw new ApiErrorException(RequestErrors.InvalidBody("/data/attributes", "One of email, phone_number or external_id is required."));
    }

    private static void Apply(JsonObject attributes, Profile profile)
    {
        foreach (var name in ProfileAttributes.Texts.Where(attributes.ContainsKey))
            profile.Attributes[name] = attributes[name]?.DeepClone();
        foreach (var name in new[] { ProfileAttributes.Location, ProfileAttributes.Properties })
            Merge(attributes[name] as JsonObject, profile.Attributes, name);
    }

    /// <summary>Objects are merged field by field: what a request does not name stays.</summary>
    private static void Merge(JsonObject? changes, JsonObject attributes, string name)
    {
        if (changes is null)
            return;
        if (attributes[name] is not JsonObject target)
            attributes[name] = target = [];
        foreach (var (field, value) in changes)
            target[field] = value?.DeepClone();
    }
}
