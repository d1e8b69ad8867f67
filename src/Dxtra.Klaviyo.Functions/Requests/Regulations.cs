using System.Diagnostics.CodeAnalysis;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The laws we know: GDPR art. 12(3), CCPA § 1798.130, LGPD art. 19 II, PDPA (Singapore) reg. 5.</summary>
internal static class Regulations
{
    private static readonly Dictionary<string, Regulation> Known = new Regulation[]
    {
        new("gdpr", Months: 1, Days: 0),
        new("ccpa", Months: 0, Days: 45),
        new("lgpd", Months: 0, Days: 15),
        new("pdpa", Months: 0, Days: 30),
    }.ToDictionary(regulation => regulation.Id, StringComparer.Ordinal);

    public static string Default => "gdpr";

    public static IEnumerable<string> Ids => Known.Keys;

    public static bool TryFind(string id, [NotNullWhen(true)] out Regulation? regulation) => Known.TryGetValue(id, out regulation);
}
