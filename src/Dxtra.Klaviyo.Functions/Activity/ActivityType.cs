namespace Dxtra.Klaviyo.Functions.Activity;

internal enum ActivityType
{
    ProcessorConnected,
    ProcessorConfirmed,
    AccessRequest,
    ExportDownload,
    ExportDeletion,
}
