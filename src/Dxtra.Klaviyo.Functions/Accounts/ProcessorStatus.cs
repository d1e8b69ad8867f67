namespace Dxtra.Klaviyo.Functions.Accounts;

internal enum ProcessorStatus
{
    PendingConfirmation,
    Active,
    Error,
    Disconnected,
}
