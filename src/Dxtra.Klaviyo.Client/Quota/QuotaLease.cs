namespace Dxtra.Klaviyo.Client;

/// <summary>An answer of <see cref="IQuotaLeases"/>.</summary>
/// <param name="Calls">How many calls may be made; 0 when there are none to be had.</param>
/// <param name="Burst">How many of them in one second.</param>
/// <param name="Time">How long they are good for; without any, when to ask again. Counted from when they were asked for.</param>
public sealed record QuotaLease(int Calls, int Burst, TimeSpan Time);
