using System.Text.Json;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Words as a certificate has them.</summary>
internal static class CertificateWords
{
    public static string Word<T>(this T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Without the spaces that do not break: in a JSON file they would stand as escapes.</summary>
    public static string PlainMoment(this ReportFormat format, DateTimeOffset time) => format.Moment(time).Replace('\u00A0', ' ');
}
