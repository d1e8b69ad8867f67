namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A law that gives a deadline, counted from the receipt of the request.</summary>
internal sealed record Regulation(string Id, int Months, int Days)
{
    public DateTimeOffset DueAt(DateTimeOffset receivedAt) => receivedAt.AddMonths(Months).AddDays(Days);
}
