namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>A connected Klaviyo account. Its key lies in the secret store under <see cref="KeySecretName"/>.</summary>
internal sealed record Processor
{
    public const string DisplayName = "Klaviyo";
    public const string EmailMarketing = "Email Marketing";

    public required string Id { get; init; }
    public required string ControllerDid { get; init; }
    public required string Name { get; init; }
    public required ProcessorStatus Status { get; init; }
    public required KlaviyoAccount Account { get; init; }

    /// <summary>The last four characters of the key.</summary>
    public required string KeyHint { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset LastVerifiedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
    public DateTimeOffset? LastSyncAt { get; init; }

    /// <summary>How far behind its end the last good synchronisation knew everything, in seconds.</summary>
    public int? SyncLag { get; init; }

    public ProcessorError? Error { get; init; }
    public ConsentSource ConsentSource { get; init; } = ConsentSource.Fallback;

    public string KeySecretName => SecretNameOf(Id);

    public static string SecretNameOf(string processorId) => $"processor-{processorId}-key";
}
