namespace Dxtra.Klaviyo.Functions.Consent;

internal enum DeliveryVerdict
{
    Right,

    /// <summary>Rightly signed, but not of the shape that says which webhook sent it and when. Only Klaviyo can have sent it.</summary>
    Shapeless,
    WrongSignature,
    OtherWebhook,
    Stale,
    FromFuture,
}
