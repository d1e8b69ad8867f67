using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Whom a request of a chunk is about, and when it is due.</summary>
internal sealed record ChunkSubject(RequestWork Work, SubjectIdentity Subject, DateTimeOffset DueAt)
{
    public override string ToString() => Work.RequestId;
}
