namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What Klaviyo reckons the person will do. Guesses, and said to be.</summary>
internal sealed class PredictionsChapter : IReportChapter
{
    private static readonly RowShape Shape = new(null,
    [
        .. from name in new[]
           {
               "historic_clv", "predicted_clv", "total_clv", "historic_number_of_orders", "predicted_number_of_orders", "average_days_between_orders",
               "average_order_value", "churn_probability",
           }
           select ReportField.Number($"field.{name}", name),
        ReportField.Time("field.expected_date_of_next_order", "expected_date_of_next_order"),
    ]);

    public string Key => "predictions";

    public IReadOnlyList<string> Shows { get; } = [Categories.PredictiveAnalytics];

    public async Task WriteAsync(ReportContext report, CancellationToken cancellationToken)
    {
        foreach (var profile in report.ProfileIndexes)
        {
            if (!await SectionHead.WriteAsync(report, profile, Categories.PredictiveAnalytics, cancellationToken)
                || await report.Source.SingleAsync(profile, Categories.PredictiveAnalytics, cancellationToken) is not { } row)
                continue;
            var (facts, rest) = Shape.FactsOf(report, row);
            await report.Writer.FactsAsync([.. facts, .. rest.Of(row, report.Texts)], cancellationToken);
        }

        await CategoryChapter.NothingAsync(report, Shows, cancellationToken);
    }
}
