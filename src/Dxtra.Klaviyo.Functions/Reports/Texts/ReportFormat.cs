using System.Globalization;

namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>Dates and numbers as people write them. How they do stands in the language's file.</summary>
internal sealed class ReportFormat(ReportTexts texts)
{
    private readonly NumberFormatInfo _numbers = new() { NumberGroupSeparator = texts["format.thousands"], NumberDecimalSeparator = texts["format.decimal"] };

    private readonly string[] _months = [.. Enumerable.Range(1, 12).Select(month => texts[$"month.{month}"])];

    /// <summary>3 May 2026</summary>
    public string Day(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        return texts.Of("format.day", ("day", Plain(utc.Day)), ("month", _months[utc.Month - 1]), ("year", Plain(utc.Year)));
    }

    /// <summary>3 May 2026, 14:05 UTC</summary>
    public string Moment(DateTimeOffset time) =>
        texts.Of("format.moment", ("day", Day(time)), ("time", time.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)));

    /// <summary>May 2026</summary>
    public string Month(int year, int month) => texts.Of("format.month", ("month", _months[month - 1]), ("year", Plain(year)));

    public string Number(decimal number) => number.ToString("#,0.############################", _numbers);

    /// <summary>1,234.50 EUR</summary>
    public string Money(decimal amount, string? currency) =>
        currency is null ? Amount(amount) : texts.Of("format.money", ("amount", Amount(amount)), ("currency", currency));

    /// <summary>“one, two and three”</summary>
    public string Join(IReadOnlyList<string> parts) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => texts.Of("format.and", ("first", string.Join(texts["format.comma"], parts.SkipLast(1))), ("last", parts[^1])),
    };

    /// <summary>As <see cref="Join"/>, with the number of those beyond the first <paramref name="most"/>.</summary>
    public string JoinSome(IReadOnlyList<string> parts, int most, long all) => all <= most
        ? Join(parts)
        : Join([.. parts.Take(most), texts.Count("format.more", all - most)]);

    /// <summary>For what is no number to a reader: a part of an anchor, an index.</summary>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Amount(decimal amount) => amount.ToString("#,0.00##", _numbers);
}
