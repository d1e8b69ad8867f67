using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Resources.Consents;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;

namespace Dxtra.Klaviyo.Sandbox.Resources.Suppressions;

/// <summary>Carries a suppression job out. Suppressing makes a person who is not there, lifting passes over one.</summary>
internal sealed class SuppressionWork(AccountData data, ProfileImport import, Suppressing suppressing, TimeProvider time)
{
    public void Run(SuppressionJob job, SuppressionBody body)
    {
        var changed = Members(job) is { } members
            ? members.Select(profile => Apply(job, profile)).ToList()
            : [.. body.Emails.Select(email => Apply(job, email))];
        job.Total = changed.Count;
        job.Completed = changed.Count(done => done);
        job.Skipped = job.Total - job.Completed;
        job.CompletedAt = time.GetUtcNow();
        job.Status = SuppressionJob.Complete;
    }

    private List<Profile>? Members(SuppressionJob job)
    {
        var group = data.Lists.Concat<ProfileGroup>(data.Segments).FirstOrDefault(group => group.Id == job.ListId || group.Id == job.SegmentId);
        return group?.Members.Keys.Select(data.Profiles.Find).OfType<Profile>().ToList();
    }

    private bool Apply(SuppressionJob job, string email)
    {
        if (data.Profiles.FindByIdentifiers(email, phoneNumber: null, externalId: null) is [var profile, ..])
            return Apply(job, profile);
        return !job.Lifts && Apply(job, import.AddNew(new JsonObject { ["email"] = email }));
    }

    private bool Apply(SuppressionJob job, Profile profile) => job.Lifts
        ? suppressing.LiftByHand(profile, ConsentCause.Api)
        : suppressing.SuppressByHand(profile, ConsentCause.Api);
}
