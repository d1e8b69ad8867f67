using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.People;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>People as they truly are, whatever keys and limits allow, and new ones.</summary>
internal sealed class PeopleControl(AccountData data, ProfileImport import, PersonBuilder builder, HoldingsBuilder holdings, TimeProvider time)
{
    /// <returns>Those with the most events first.</returns>
    public IReadOnlyList<PersonSummary> List(int limit)
    {
        lock (data.Gate)
        {
            return [.. data.Profiles.All
                .OrderByDescending(profile => data.Events.OfProfile(profile.Id).Count)
                .ThenBy(profile => profile.Id, StringComparer.Ordinal)
                .Take(Math.Clamp(limit, 1, 10_000))
                .Select(Summarize)];
        }
    }

    /// <returns>Null when there is no such person.</returns>
    public GroundTruth? Find(string id)
    {
        lock (data.Gate)
            return data.Profiles.Find(id) is { } profile ? GroundTruthReader.Read(profile, data) : null;
    }

    /// <exception cref="ArgumentException">An identifier is taken, or the description names something unknown.</exception>
    /// <exception cref="Errors.ApiErrorException">An attribute is unknown or of the wrong kind.</exception>
    public PersonSummary Create(PersonSpec spec)
    {
        lock (data.Gate)
        {
            ProfileBody.Check(spec.Attributes);
            CheckIdentifiers(spec);
            holdings.Check(spec.Holdings);
            var now = time.GetUtcNow();
            var plan = builder.Plan(spec, now);
            var profile = import.Add(spec.Attributes);
            profile.SecondaryEmails.AddRange(spec.SecondaryEmails);
            plan.ApplyTo(profile);
            holdings.Give(spec.Holdings, profile, now);
            return Summarize(profile);
        }
    }

    private void CheckIdentifiers(PersonSpec spec)
    {
        var attributes = spec.Attributes;
        var taken = data.Profiles.FindByIdentifiers(
            (string?)attributes["email"], (string?)attributes["phone_number"], (string?)attributes["external_id"]);
        if (taken.Count > 0)
            throw new ArgumentException($"Profile {taken[0].Id} has one of these identifiers.");
    }

    private PersonSummary Summarize(Profile profile) => new(
        profile.Id,
        profile.Email,
        profile.PhoneNumber,
        profile.ExternalId,
        data.Events.OfProfile(profile.Id).Count,
        data.Lists.Count(list => list.Members.ContainsKey(profile.Id)),
        data.Segments.Count(segment => segment.Members.ContainsKey(profile.Id)));
}
