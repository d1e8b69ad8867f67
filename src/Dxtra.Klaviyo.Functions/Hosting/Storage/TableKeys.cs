namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Table keys may not hold <c>/ \ # ?</c> nor control characters; a look-up with such a key finds nothing.</summary>
internal static class TableKeys
{
    private const int MaximumLength = 512;

    public static bool IsValid(string key) =>
        key.Length is > 0 and <= MaximumLength && !key.Any(letter => char.IsControl(letter) || letter is '/' or '\\' or '#' or '?');
}
