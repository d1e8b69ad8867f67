namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>The stable <c>type</c> of each problem. Callers branch on these: add, never rename.</summary>
internal static class ProblemTypes
{
    public const string InvalidInput = Prefix + "invalid-input";
    public const string Unauthenticated = Prefix + "unauthenticated";
    public const string Forbidden = Prefix + "forbidden";
    public const string Unexpected = Prefix + "unexpected";

    public const string AuthenticationFailed = Prefix + "authentication-failed";
    public const string MissingScope = Prefix + "missing-scope";
    public const string Throttled = Prefix + "throttled";
    public const string Unavailable = Prefix + "unavailable";

    public const string ProcessorNotFound = Prefix + "processor-not-found";
    public const string ProcessorNotActive = Prefix + "processor-not-active";
    public const string RequestNotFound = Prefix + "request-not-found";
    public const string RequestNotInState = Prefix + "request-not-in-state";
    public const string IdentityAlreadyProven = Prefix + "identity-already-proven";
    public const string IdentityTooLate = Prefix + "identity-too-late";
    public const string IdentityCodeLocked = Prefix + "identity-code-locked";
    public const string IdentityCodesUsedUp = Prefix + "identity-codes-used-up";
    public const string ExecutionStarted = Prefix + "execution-started";
    public const string NothingToRepeat = Prefix + "nothing-to-repeat";
    public const string RetentionEnded = Prefix + "retention-ended";
    public const string IdentityMissing = Prefix + "identity-missing";
    public const string PreviewNotReady = Prefix + "preview-not-ready";
    public const string PreviewStale = Prefix + "preview-stale";
    public const string ApprovalMissing = Prefix + "approval-missing";
    public const string SecondApprovalMissing = Prefix + "second-approval-missing";
    public const string AnotherPersonNeeded = Prefix + "another-person-needed";
    public const string ExtensionNotPermitted = Prefix + "extension-not-permitted";
    public const string IdempotencyKeyReused = Prefix + "idempotency-key-reused";
    public const string BatchNotFound = Prefix + "batch-not-found";
    public const string ExportNotFound = Prefix + "export-not-found";
    public const string ExportExpired = Prefix + "export-expired";
    public const string ExportNotReady = Prefix + "export-not-ready";
    public const string ResyncNotFound = Prefix + "resync-not-found";
    public const string ConsentOrderNotFound = Prefix + "consent-order-not-found";
    public const string CertificateNotReady = Prefix + "certificate-not-ready";

    public const string WebhookRefused = Prefix + "webhook-refused";
    public const string WebhookNotTaken = Prefix + "webhook-not-taken";
    public const string WebhookNotRegistered = Prefix + "webhook-not-registered";
    public const string WebhookAddressMissing = Prefix + "webhook-address-missing";
    public const string InboxMessageNotFound = Prefix + "inbox-message-not-found";

    private const string Prefix = "urn:dxtra:klaviyo:";
}
