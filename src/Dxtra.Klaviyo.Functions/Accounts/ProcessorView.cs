namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>A row of the Manage Processors table.</summary>
internal sealed record ProcessorView(
    string Id,
    string Name,
    string Category,
    string ControllerDid,
    ProcessorStatus Status,
    ProcessorError? Error,
    KlaviyoAccount Account,
    string KeyHint,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ConfirmedAt,
    DateTimeOffset LastVerifiedAt,
    DateTimeOffset? LastSyncAt,
    int? SyncLag,
    ConsentSource ConsentSource)
{
    public static ProcessorView Of(Processor processor) => new(
        processor.Id, processor.Name, Processor.EmailMarketing, processor.ControllerDid, processor.Status, processor.Error,
        processor.Account, processor.KeyHint, processor.CreatedAt, processor.ConfirmedAt, processor.LastVerifiedAt,
        processor.LastSyncAt, processor.SyncLag, processor.ConsentSource);
}
