using System.Text.Json;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The body of <c>POST P/deletion-requests</c>.</summary>
/// <param name="Subject">The person.</param>
/// <param name="Scope">Words in an array, or an object with a boolean for each word.</param>
/// <param name="Regulation">The law.</param>
/// <param name="ReceivedAt">When the person asked; now when it is left out.</param>
/// <param name="Note">Free text.</param>
internal sealed record DeletionRequestBody(SubjectInput? Subject, JsonElement? Scope, string? Regulation, DateTimeOffset? ReceivedAt, string? Note)
{
    /// <summary>Redacted: a note may name people.</summary>
    public override string ToString() => "(deletion request)";
}
