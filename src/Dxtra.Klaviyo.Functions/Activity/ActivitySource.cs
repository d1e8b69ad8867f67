namespace Dxtra.Klaviyo.Functions.Activity;

/// <summary>Whose system the activity took place in.</summary>
internal enum ActivitySource
{
    Klaviyo,
    Dxtra,
    System,
}
