namespace Dxtra.Klaviyo.Client;

/// <summary>409. Something like it exists already.</summary>
public sealed class KlaviyoConflictException : KlaviyoException
{
    internal KlaviyoConflictException(KlaviyoFailure failure, string? duplicateProfileId)
        : base(failure, "Klaviyo has a conflicting resource already") => DuplicateProfileId = duplicateProfileId;

    /// <summary>The profile that has one of the identifiers; null when the conflict is another.</summary>
    public string? DuplicateProfileId { get; }
}
