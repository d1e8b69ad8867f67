namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The webhooks of all processors. Found by the processor alone: Klaviyo's call names nobody else.</summary>
internal interface IWebhookStore
{
    Task<WebhookRegistration?> FindAsync(string processorId, CancellationToken cancellationToken);

    /// <summary>Applies the change to what is stored, or to null, and gives back the result; repeated when another writer was faster.</summary>
    Task<WebhookRegistration> UpdateAsync(
        string processorId, Func<WebhookRegistration?, WebhookRegistration> change, CancellationToken cancellationToken);

    /// <summary>Those whose next check is due.</summary>
    IAsyncEnumerable<WebhookRegistration> ReadDueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
