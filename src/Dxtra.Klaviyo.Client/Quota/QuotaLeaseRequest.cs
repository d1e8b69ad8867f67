namespace Dxtra.Klaviyo.Client;

/// <summary>Asks for calls out of a shared budget.</summary>
/// <param name="Account">Klaviyo's id of the account.</param>
/// <param name="Bucket">An operation, or a parameter with its value.</param>
/// <param name="Budget">What all instances together may use, the shortest window first.</param>
/// <param name="Wanted">How many calls there is use for, at least one.</param>
public sealed record QuotaLeaseRequest(string Account, string Bucket, IReadOnlyList<RateLimit> Budget, int Wanted);
