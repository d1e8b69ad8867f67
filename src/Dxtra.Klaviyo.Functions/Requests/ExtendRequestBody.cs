namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The body of <c>POST C/requests/{id}/extend</c>: why the request takes longer.</summary>
internal sealed record ExtendRequestBody(string? Reason)
{
    /// <summary>Redacted: a reason may name people.</summary>
    public override string ToString() => "(extension)";
}
