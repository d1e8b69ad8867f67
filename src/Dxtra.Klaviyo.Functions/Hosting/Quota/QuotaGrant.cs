namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>A block of calls that an instance leased, or, without calls, that it waits for some.</summary>
/// <param name="Holder">The instance.</param>
/// <param name="From">When it was given, or asked for.</param>
/// <param name="Until">When it is over; what is not used by then is lost.</param>
/// <param name="Calls">How many.</param>
/// <param name="Burst">How many of them in the shortest window.</param>
internal sealed record QuotaGrant(string Holder, DateTimeOffset From, DateTimeOffset Until, int Calls, int Burst);
