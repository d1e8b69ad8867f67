namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>Why a processor is in error, and since when.</summary>
internal sealed record ProcessorError(ProcessorErrorReason Reason, string Detail, DateTimeOffset Since);
