namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A way to reach a person that a deletion can withdraw.</summary>
internal enum Channel
{
    Email,
    Sms,
}
