namespace Dxtra.Klaviyo.Functions.Requests;

internal abstract record ClaimResult
{
    private ClaimResult()
    {
    }

    public sealed record Claimed : ClaimResult;

    /// <summary>The same key came with the same body before: the answer is that request.</summary>
    public sealed record Repeated(string RequestId) : ClaimResult;

    /// <summary>The same key came with another body before.</summary>
    public sealed record KeyReused : ClaimResult;

    /// <summary>A request of this kind is under way for the same subject: the answer is that request.</summary>
    public sealed record AlreadyRunning(string RequestId) : ClaimResult;
}
