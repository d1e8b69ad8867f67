using System.Security.Cryptography;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Works one message off. It goes when everything in it is where it belongs; what is left of it is kept. A message that fails waits and
/// keeps no other waiting; when storage is away, nothing is anybody's fault and everything stays as it is.
/// </summary>
internal sealed partial class InboxWorker(
    IInboxStore store, InboxSeal seal, IConsentEvents events, IConsentDesk desk, TimeProvider time, ILogger<InboxWorker> logger)
{
    /// <summary>After 1, 2, 4 and 8 minutes it is tried once more.</summary>
    private const int Attempts = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    public async Task WorkOffAsync(InboxItem item, CancellationToken cancellationToken)
    {
        try
        {
            await TakeAsync(item, cancellationToken);
        }
        catch (KlaviyoException exception)
        {
            // Klaviyo's troubles pass: they use up no attempt.
            Log.Later(logger, item.Id, item.ProcessorId, exception.GetType().Name);
            await store.NoteAsync(item with { NotBefore = time.GetUtcNow() + FirstPause }, cancellationToken);
        }
        catch (CryptographicException)
        {
            await KeepAsync(item, InboxState.Poison, InboxReason.SealBroken, 0, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !StorageFaults.IsOutage(exception))
        {
            await FailAsync(item, exception, cancellationToken);
        }
    }

    private async Task TakeAsync(InboxItem item, CancellationToken cancellationToken)
    {
        if (await store.OpenAsync(item, cancellationToken) is not { } sealedContent)
            return;
        var content = await seal.OpenAsync(item, sealedContent, cancellationToken);
        if ((item.Kind == InboxKind.System ? SystemMessages.Read(content) : FlowMessages.Read(content, item.ReceivedAt)) is not { } message)
        {
            await KeepAsync(item, InboxState.Poison, InboxReason.Unreadable, 0, cancellationToken);
            return;
        }

        var news = await events.ReadAsync(item.ControllerDid, item.ProcessorId, message.Events, message.Way, cancellationToken);
        if (news.Count > 0)
            await desk.TakeAsync(item.ControllerDid, item.ProcessorId, news, cancellationToken);
        if (message.Unreadable > 0)
            await KeepAsync(item, InboxState.Poison, InboxReason.EventsUnreadable, message.Unreadable, cancellationToken);
        else if (message.Unknown > 0)
            await KeepAsync(item, InboxState.Unknown, InboxReason.UnknownTopics, message.Unknown, cancellationToken);
        else
            await store.RemoveAsync(item, cancellationToken);
    }

    private async Task FailAsync(InboxItem item, Exception exception, CancellationToken cancellationToken)
    {
        var attempts = item.Attempts + 1;
        Log.Failed(logger, item.Id, item.ProcessorId, attempts, exception.GetType().FullName, exception.StackTrace);
        if (attempts >= Attempts)
            await KeepAsync(item with { Attempts = attempts }, InboxState.Poison, InboxReason.Failing, 0, cancellationToken);
        else
            await store.NoteAsync(item with { Attempts = attempts, NotBefore = time.GetUtcNow() + FirstPause * (1 << (attempts - 1)) }, cancellationToken);
    }

    private async Task KeepAsync(InboxItem item, InboxState state, InboxReason reason, int left, CancellationToken cancellationToken)
    {
        Log.Kept(logger, item.Id, item.ProcessorId, state, reason);
        await store.MoveAsync(item, item with { State = state, Reason = reason, Left = left, NotBefore = null }, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Message {Message} for processor {ProcessorId} is kept as {State}: {Reason}")]
        public static partial void Kept(ILogger logger, string message, string processorId, InboxState state, InboxReason reason);

        [LoggerMessage(2, LogLevel.Error, "Message {Message} for processor {ProcessorId} failed {Attempts} times, now with {Exception}\n{Stack}")]
        public static partial void Failed(ILogger logger, string message, string processorId, int attempts, string? exception, string? stack);

        [LoggerMessage(3, LogLevel.Information, "Message {Message} for processor {ProcessorId} waits for Klaviyo ({Exception})")]
        public static partial void Later(ILogger logger, string message, string processorId, string exception);
    }
}
