using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The addresses that Klaviyo is told for a processor.</summary>
internal sealed class WebhookAddresses(IOptions<WebhooksOptions> options)
{
    /// <summary>Null when the app does not know where it is reached.</summary>
    public Uri? OfSystem(string processorId) => Of(processorId, "");

    /// <inheritdoc cref="OfSystem"/>
    public Uri? OfFlow(string processorId) => Of(processorId, "/flow");

    private Uri? Of(string processorId, string end) => options.Value.PublicBaseAddress is { } address
        ? new Uri($"{address.AbsoluteUri.TrimEnd('/')}/api/webhooks/klaviyo/{Uri.EscapeDataString(processorId)}{end}")
        : null;
}
