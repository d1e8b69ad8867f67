using System.Text.Json;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.People;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>First the people of the file, each there for a reason, then ordinary customers.</summary>
internal sealed class PeopleSeeder(AccountData data, SeedContext context)
{
    private readonly PersonBuilder _builder = new(data);
    private readonly OrdinaryPeople _ordinary = new(context);

    public void Seed(int count)
    {
        foreach (var spec in ReadNotable())
            Add(spec, SeedContext.Opening.AddDays(data.Profiles.All.Count));
        while (data.Profiles.All.Count < count)
            Add(_ordinary.Describe(data.Profiles.All.Count), context.Between(SeedContext.Opening, SeedContext.Now.AddDays(-3)));
    }

    private static PersonSpec[] ReadNotable()
    {
        using var stream = typeof(PeopleSeeder).Assembly.GetManifestResourceStream("notable-people.json")!;
        return JsonSerializer.Deserialize<PersonSpec[]>(stream, JsonSerializerOptions.Web)!;
    }

    private void Add(PersonSpec spec, DateTimeOffset created)
    {
        var profile = new Profile(context.Ids.Ulid(created), created) { Updated = context.Between(created, SeedContext.Now) };
        foreach (var (name, value) in spec.Attributes)
            profile.Attributes[name] = value?.DeepClone();
        data.Profiles.Add(profile);
        var consented = context.Between(created, created.AddDays(2)).AddTicks(context.Random.Number(9_999_999));
        _builder.Plan(spec, consented).ApplyTo(profile);
    }
}
