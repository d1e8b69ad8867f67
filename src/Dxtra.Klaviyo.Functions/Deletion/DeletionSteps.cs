namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What a deletion request is at, as <c>step</c> shows it.</summary>
internal static class DeletionSteps
{
    public const string AwaitingIdentity = "awaitingIdentity";
    public const string Previewing = "previewing";
    public const string Rereading = "rereading";
    public const string Erasing = "erasing";
    public const string WaitingForKey = "waitingForKey";
    public const string WaitingForKlaviyo = "waitingForKlaviyo";
    public const string Confirming = "confirming";
    public const string Certifying = "certifying";
}
