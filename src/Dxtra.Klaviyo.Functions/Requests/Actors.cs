namespace Dxtra.Klaviyo.Functions.Requests;

internal static class Actors
{
    /// <summary>Our own durable work, as opposed to a caller's token subject.</summary>
    public const string System = "system";
}
