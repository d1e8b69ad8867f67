namespace Dxtra.Klaviyo.Sandbox.Data;

internal sealed record StreetAddress(string Address1, string? Address2, string City, string? Region, string Country, string Zip);
