using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>Proves the key, then stores it, then the processor: a crash in between leaves a key that nothing points to, never a processor without one.</summary>
internal sealed class CreateProcessorHandler(
    IAccountExplorer explorer, ISecretStore secrets, IProcessorStore processors, IActivityLog activity, TimeProvider time)
{
    private const int NameLength = 100;

    public async Task<CreateProcessorResult> HandleAsync(
        string controller, ApiKeyBody body, string actor, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var key = ApiKeyRules.Check(body.ApiKey, errors);
        if (body.Name is { } name && (string.IsNullOrWhiteSpace(name) || name.Length > NameLength || name.Any(char.IsControl)))
            errors.Add("name", $"A name has 1 to {NameLength} characters and no control characters.");
        if (key is null || errors.Any)
            return new CreateProcessorResult.Invalid(errors);

        return await explorer.IdentifyAsync(key, cancellationToken) switch
        {
            ExplorationResult.Explored { Discovery.Account: var account } =>
                new CreateProcessorResult.Created(await StoreAsync(controller, body.Name, key, account, actor, cancellationToken)),
            var reason => new CreateProcessorResult.Refused(reason),
        };
    }

    private async Task<Processor> StoreAsync(
        string controller, string? name, KlaviyoKey key, KlaviyoAccount account, string actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var processor = new Processor
        {
            Id = DescendingId.New(now),
            ControllerDid = controller,
            Name = name?.Trim() ?? Processor.DisplayName,
            Status = ProcessorStatus.PendingConfirmation,
            Account = account,
            KeyHint = key.Hint,
            CreatedAt = now,
            LastVerifiedAt = now,
        };
        await secrets.SetAsync(processor.KeySecretName, key.Reveal(), cancellationToken);
        await processors.InsertAsync(processor, cancellationToken);
        await activity.AppendAsync(ProcessorEntries.Of(processor, ActivityType.ProcessorConnected, actor, now), cancellationToken);
        return processor;
    }
}
