using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;
using Dxtra.Klaviyo.Sandbox.Seed;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Makes an account with many people in many groups, for rehearsing a batch.</summary>
internal sealed class BulkPeopleControl(AccountData data, ProfileImport import, EventControl events, IdSource ids, TimeProvider time)
{
    private const int MostPeople = 100_000;
    private const int MostGroups = 1000;

    /// <returns>The people, with their ids and addresses.</returns>
    /// <exception cref="ArgumentException">A number makes no sense, or the seed was used before.</exception>
    public object Create(BulkPeople body)
    {
        if (body.Count is < 1 or > MostPeople || body.Lists is < 0 or > MostGroups || body.Segments is < 0 or > MostGroups || body.Events < 0)
            throw new ArgumentException($"At most {MostPeople} people and {MostGroups} lists and segments each; no number negative.");
        lock (data.Gate)
        {
            if (data.Profiles.FindByIdentifiers(EmailOf(body, 1), null, null).Count > 0)
                throw new ArgumentException("There are people of this seed already.");
            var groups = MakeGroups(body);
            var random = new Random(body.Seed);
            var people = Enumerable.Range(1, body.Count).Select(number => Make(body, number, groups, random)).ToList();
            return new { People = people.Select(profile => new { ProfileId = profile.Id, profile.Email }) };
        }
    }

    private static string EmailOf(BulkPeople body, int number) => $"person{number}.of{body.Seed}@example.com";

    private List<ProfileGroup> MakeGroups(BulkPeople body)
    {
        var now = time.GetUtcNow();
        var definition = SegmentDefinitions.PropertyIsSet("email");
        var lists = Enumerable.Range(1, body.Lists).Select(i => new ProfileList(ids.Short(), $"List {i} of {body.Seed}", now)).ToList();
        var segments = Enumerable.Range(1, body.Segments)
            .Select(i => new Segment(ids.Short(), $"Segment {i} of {body.Seed}", now) { Definition = definition })
            .ToList();
        data.Lists.AddRange(lists);
        data.Segments.AddRange(segments);
        return [.. lists, .. segments];
    }

    private Profile Make(BulkPeople body, int number, List<ProfileGroup> groups, Random random)
    {
        var profile = import.Add(new JsonObject { ["email"] = EmailOf(body, number), ["first_name"] = $"Person {number}" });
        foreach (var group in groups.Where(_ => random.NextDouble() < body.Membership))
            group.Join(profile.Id, profile.Created.AddSeconds(-random.Next(31_536_000)));
        if (body.Events > 0)
            events.Generate(profile.Id, new BulkEvents { Count = body.Events });
        return profile;
    }
}
