namespace Dxtra.Klaviyo.Functions.Activity;

internal enum ActivityType
{
    ProcessorConnected,
    ProcessorConfirmed,
    AccessRequest,
    RequestExtended,
    ExportDownload,
    ExportDeletion,
    CertificateDownload,
    LetterDownload,
    PreviewLook,
    DeletionRequest,
    IdentityCodeMade,
    IdentityCodeWrong,
    IdentityProven,
    IdentityTimedOut,
    DeletionCancelled,
    DeletionRepeated,
    PersonReappeared,
    DeletionApproved,
    DeletionPictureChanged,
    DeletionOrdered,
    DeletionStep,
    DeletionEnded,
}
