using System.Globalization;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// Query parameters in the order given. Names and values are percent-encoded once, as a whole, so that a plus sign arrives as one.
/// What is null or empty is left out.
/// </summary>
internal sealed class KlaviyoQuery
{
    private readonly List<string> _parameters = [];

    public KlaviyoQuery Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            _parameters.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        return this;
    }

    /// <summary>An array parameter: its words in one value, joined by commas.</summary>
    public KlaviyoQuery Words(string name, IEnumerable<string> words) => Add(name, string.Join(',', words));

    public KlaviyoQuery Filter(KlaviyoFilter? filter) => Add("filter", filter?.Expression);

    public KlaviyoQuery PageSize(int size) => Add("page[size]", size.ToString(CultureInfo.InvariantCulture));

    /// <summary>With its question mark; empty without parameters.</summary>
    public override string ToString() => _parameters.Count == 0 ? "" : $"?{string.Join('&', _parameters)}";
}
