namespace Dxtra.Klaviyo.Functions.Consent;

internal enum ReceiveResult
{
    /// <summary>It is stored, or was before.</summary>
    Taken,

    /// <summary>For whatever reason: the sender learns none.</summary>
    Refused,

    /// <summary>It could not be stored; the sender is to come again.</summary>
    NotNow,
}
