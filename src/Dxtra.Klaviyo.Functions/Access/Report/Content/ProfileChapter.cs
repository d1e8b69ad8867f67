using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The profile: what is usual as facts, what the shop added as facts, everything else to unfold.</summary>
internal sealed class ProfileChapter : IReportChapter
{
    private static readonly string[] CustomProperties = ["attributes", "properties"];

    private static readonly RowShape Shape = new(null,
    [
        .. from name in new[] { "email", "phone_number", "external_id", "first_name", "last_name", "organization", "title", "locale", "image" }
           select ReportField.Text($"field.{name}", "attributes", name),
        .. from name in new[] { "address1", "address2", "zip", "city", "region", "country", "timezone", "ip", "latitude", "longitude" }
           select ReportField.Text($"field.location.{name}", "attributes", "location", name),
        .. from name in new[] { "created", "updated", "last_event_date" }
           select ReportField.Time($"field.{name}", "attributes", name),
    ]);

    public string Key => "profile";

    public IReadOnlyList<string> Shows { get; } = [Categories.Profile];

    public async Task WriteAsync(ReportContext report, CancellationToken cancellationToken)
    {
        foreach (var profile in report.ProfileIndexes)
        {
            if (await SectionHead.WriteAsync(report, profile, Categories.Profile, cancellationToken)
                && await report.Source.SingleAsync(profile, Categories.Profile, cancellationToken) is { } row)
                await WriteAsync(report, profile, row, cancellationToken);
        }

        await CategoryChapter.NothingAsync(report, Shows, cancellationToken);
    }

    private static async Task WriteAsync(ReportContext report, int profile, JsonElement row, CancellationToken cancellationToken)
    {
        var (facts, rest) = Shape.FactsOf(report, row);
        await report.Writer.FactsAsync(facts, cancellationToken);
        if (row.Member("attributes").Member("properties") is { ValueKind: JsonValueKind.Object } custom && !SentText.IsEmpty(custom))
        {
            rest.LeaveOut(CustomProperties);
            await report.Writer.HeadingAsync(2, report.Title("profile.custom", profile), report.Anchor("custom-properties", profile), cancellationToken);
            await report.Writer.ParagraphAsync(report.Texts.Of("profile.customAbout", ("company", report.Company)), cancellationToken);
            await report.Writer.FactsAsync(new RowDetails(null).Of(custom, report.Texts), cancellationToken);
        }

        await RestTable.WriteAsync(report, report.Title("profile.rest", profile), rest.Of(row, report.Texts), cancellationToken);
    }
}
