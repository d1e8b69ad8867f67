namespace Dxtra.Klaviyo.Local.Storage;

/// <summary>Where the three services of a running Azurite listen, each with a slash at the end.</summary>
internal sealed record AzuriteAddresses(Uri Blob, Uri Queue, Uri Table);
