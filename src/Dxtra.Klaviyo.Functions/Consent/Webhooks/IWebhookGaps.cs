namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The gaps that are not filled yet.</summary>
internal interface IWebhookGaps
{
    /// <summary>Notes one; of two with the same beginning the longer stays.</summary>
    Task NoteAsync(WebhookGap gap, CancellationToken cancellationToken);

    Task<IReadOnlyList<WebhookGap>> ReadAsync(string controller, string processorId, CancellationToken cancellationToken);

    /// <summary>It is filled; one that has grown meanwhile stays.</summary>
    Task RemoveAsync(WebhookGap gap, CancellationToken cancellationToken);
}
