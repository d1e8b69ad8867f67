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
    DeletionApproved,
    DeletionPictureChanged,
}
