namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>The body of the calls that bring a key; <paramref name="Name"/> where a processor is made.</summary>
internal sealed record ApiKeyBody(string? ApiKey, string? Name)
{
    public override string ToString() => "(api key)";
}
