namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What an access request is at, as <c>step</c> shows it.</summary>
internal static class AccessSteps
{
    public const string FindingProfiles = "findingProfiles";
    public const string Gathering = "gathering";
    public const string Assembling = "assembling";
}
