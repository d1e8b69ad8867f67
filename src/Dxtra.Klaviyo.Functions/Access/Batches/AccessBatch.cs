using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A batch of access requests as it is stored; its lines lie beside it.</summary>
/// <param name="Id">Its id, and that of its orchestration.</param>
/// <param name="ControllerDid">Whose it is.</param>
/// <param name="ProcessorId">The Klaviyo account that it is about.</param>
/// <param name="Actor">Who sent it.</param>
/// <param name="CreatedAt">When; its requests have ids of that time.</param>
/// <param name="Chunks">How many chunks its good lines make.</param>
internal sealed record AccessBatch(string Id, string ControllerDid, string ProcessorId, string Actor, DateTimeOffset CreatedAt, int Chunks)
{
    /// <summary>People that are looked up together.</summary>
    public const int ChunkSize = 100;

    /// <summary>The work of its orchestration: a batch's id in the place of a request's.</summary>
    public RequestWork Work() => new(ControllerDid, ProcessorId, Id);
}
