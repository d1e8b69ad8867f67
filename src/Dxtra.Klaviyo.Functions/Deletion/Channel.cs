namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A way to reach a person.</summary>
internal enum Channel
{
    Email,
    Sms,

    /// <summary>Push or WhatsApp: no scope of a deletion withdraws it by itself.</summary>
    Other,
}
