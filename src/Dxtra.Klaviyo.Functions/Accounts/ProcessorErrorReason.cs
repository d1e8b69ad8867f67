namespace Dxtra.Klaviyo.Functions.Accounts;

internal enum ProcessorErrorReason
{
    KeyRevoked,
    PermissionsChanged,
    AccountInactive,
    Unreachable,
}
