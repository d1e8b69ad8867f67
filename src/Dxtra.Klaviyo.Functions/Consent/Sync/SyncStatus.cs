namespace Dxtra.Klaviyo.Functions.Consent;

internal enum SyncStatus
{
    /// <summary>For the cycle that is at work.</summary>
    Waiting,
    Running,
    Completed,
    Failed,
}
