namespace Dxtra.Klaviyo.Functions.Activity;

internal enum ActivityType
{
    ProcessorConnected,
    ProcessorConfirmed,
    AccessRequest,
    RequestExtended,
    ExportDownload,
    ExportDeletion,
    PreviewLook,
    DeletionApproved,
    DeletionPictureChanged,
    DeletionOrdered,
    DeletionStep,
    DeletionEnded,
    CertificateDownload,
    LetterDownload,
}
