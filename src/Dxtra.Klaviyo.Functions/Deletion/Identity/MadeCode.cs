namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A one-time code for the caller to deliver. It is said this once.</summary>
/// <param name="Code">Six digits.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="TriesLeft">So many wrong ones lock it.</param>
/// <param name="CodesLeft">So many more can be made for this request.</param>
internal sealed record MadeCode(string Code, DateTimeOffset ExpiresAt, int TriesLeft, int CodesLeft)
{
    /// <summary>Redacted: it is a secret.</summary>
    public override string ToString() => "(code)";
}
