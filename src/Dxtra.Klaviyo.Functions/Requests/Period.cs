namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A span of a law, in months by calendar or in days, never both.</summary>
internal sealed record Period(int Months = 0, int Days = 0)
{
    public bool IsValid => (Months, Days) is ( > 0, 0) or (0, > 0);

    /// <summary>Counted in the calendar of UTC; the 31st and a month ends on the last day of a shorter month.</summary>
    public DateTimeOffset After(DateTimeOffset time) => time.ToUniversalTime().AddMonths(Months).AddDays(Days);

    public Period And(Period other) => new(Months + other.Months, Days + other.Days);
}
