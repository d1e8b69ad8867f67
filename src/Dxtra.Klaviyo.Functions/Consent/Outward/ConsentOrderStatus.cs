namespace Dxtra.Klaviyo.Functions.Consent;

internal enum ConsentOrderStatus
{
    /// <summary>Waits for others to go with.</summary>
    Received,
    Running,

    /// <summary>Over; the outcome tells how.</summary>
    Completed,
}
