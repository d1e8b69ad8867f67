namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The order to carry out what was approved.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">The token subject.</param>
/// <param name="Started">True from the first entry of the ledger on: from there nothing can be called back.</param>
internal sealed record ExecutionOrder(DateTimeOffset At, string Actor, bool Started = false);
