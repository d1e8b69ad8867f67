using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>
/// Custom objects: loyalty cards, which name their person by e-mail, fittings, which do so by customer number, and stockists,
/// which are nobody's and came through the API.
/// </summary>
internal sealed class ObjectSeeder(AccountData data, SeedContext context)
{
    private const int Stockists = 130;

    public void Seed()
    {
        var cards = Add("Loyalty Card", ["card_number:string", "email:string", "points:int", "since:timestamp"], "email", "email");
        var fittings = Add("Fitting", ["fitting_id:string", "customer:string", "at:timestamp", "done:boolean"], "external-id", "customer");
        var stockists = Add("Stockist", ["code:string", "town:string"], identifierType: null, identifierProperty: null);
        var first = data.Profiles.All.First();
        foreach (var profile in data.Profiles.All.Where(profile => profile == first || context.Chance(0.3)))
        {
            if (profile.Email is { } email)
                AddRecord(cards, profile, new JsonObject { ["email"] = email, ["points"] = context.Random.Number(0, 900), ["since"] = At(profile) });
            for (var i = context.Random.Number(1, 3); profile.ExternalId is not null && i > 0; i--)
                AddRecord(fittings, profile, new JsonObject { ["customer"] = profile.ExternalId, ["at"] = At(profile), ["done"] = i > 1 });
        }

        for (var i = 0; i < Stockists; i++)
            AddRecord(stockists, profile: null, new JsonObject { ["town"] = context.Faker.Address.City() });
    }

    private ObjectType Add(string title, string[] properties, string? identifierType, string? identifierProperty)
    {
        var created = SeedContext.Opening.AddYears(1);
        var type = new ObjectType
        {
            Id = context.Ids.Ulid(created),
            SchemaId = context.Ids.Ulid(created),
            Title = title,
            Description = $"{title}s of the shop",
            Created = created,
            Properties = [.. properties.Select((text, i) => new ObjectProperty(i + 1, text.Split(':')[0], text.Split(':')[1]))],
            Source = identifierType is null ? null : new ObjectSource(
                context.Ids.Ulid(created), context.Ids.Ulid(created), context.Ids.Ulid(created), identifierType, identifierProperty!),
        };
        data.ObjectTypes.Add(type);
        return type;
    }

    private static void AddRecord(ObjectType type, Profile? profile, JsonObject properties)
    {
        var key = $"{type.Title[0]}-{type.Records.Count + 1:D5}";
        properties.Insert(0, type.Properties[0].Name, key);
        type.Records.Add(new ObjectRecord($"{type.Id}:::{key}", profile?.Id, properties));
    }

    private string At(Profile profile) => Documents.TimeText.Seconds(context.Between(profile.Created, SeedContext.Now));
}
