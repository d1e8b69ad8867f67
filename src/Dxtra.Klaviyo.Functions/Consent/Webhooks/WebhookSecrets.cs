using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The secrets of a processor's two webhooks. A pair is one value of the secret store: it changes whole or not at all.</summary>
internal sealed class WebhookSecrets(ISecretStore secrets)
{
    public async Task<SecretPair> SigningAsync(string processorId, CancellationToken cancellationToken) =>
        Parse(await secrets.GetOrAddAsync(SigningName(processorId), () => Format(new(SecretPair.NewSecret())), cancellationToken));

    public Task<SecretPair?> FindSigningAsync(string processorId, CancellationToken cancellationToken) => FindAsync(SigningName(processorId), cancellationToken);

    public Task SetSigningAsync(string processorId, SecretPair pair, CancellationToken cancellationToken) =>
        secrets.SetAsync(SigningName(processorId), Format(pair), cancellationToken);

    public Task<SecretPair?> FindFlowAsync(string processorId, CancellationToken cancellationToken) => FindAsync(FlowName(processorId), cancellationToken);

    public Task SetFlowAsync(string processorId, SecretPair pair, CancellationToken cancellationToken) =>
        secrets.SetAsync(FlowName(processorId), Format(pair), cancellationToken);

    /// <summary>Puts secrets that nobody was told in the place of those that were.</summary>
    public async Task ForgetAsync(string processorId, CancellationToken cancellationToken)
    {
        foreach (var name in (string[])[SigningName(processorId), FlowName(processorId)])
        {
            if (await secrets.FindAsync(name, cancellationToken) is not null)
                await secrets.SetAsync(name, Format(new(SecretPair.NewSecret())), cancellationToken);
        }
    }

    private async Task<SecretPair?> FindAsync(string name, CancellationToken cancellationToken) =>
        await secrets.FindAsync(name, cancellationToken) is { } value ? Parse(value) : null;

    private static string SigningName(string processorId) => $"processor-{processorId}-webhook";

    private static string FlowName(string processorId) => $"processor-{processorId}-flow-webhook";

    private static string Format(SecretPair pair) => JsonSerializer.Serialize(pair, Json.Options);

    private static SecretPair Parse(string value) => JsonSerializer.Deserialize<SecretPair>(value, Json.Options)!;
}
