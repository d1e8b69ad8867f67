namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// Cuts the values of a filter into calls. How many values or characters Klaviyo takes it does not say; a hundred values are one
/// page, and an address of 8,000 characters is what servers and what stands before them commonly take.
/// </summary>
internal static class FilterText
{
    private const int MostValues = 100;
    private const int MostCharacters = 6_000;

    /// <summary>Two quotes and a comma, percent-encoded.</summary>
    private const int Around = 9;

    public static IEnumerable<IReadOnlyList<string>> Cut(IEnumerable<string> values) => Cut(values, value => value);

    /// <param name="items">What is asked for.</param>
    /// <param name="valueOf">The value that asks for it.</param>
    public static IEnumerable<IReadOnlyList<T>> Cut<T>(IEnumerable<T> items, Func<T, string> valueOf)
    {
        var call = new List<T>();
        var characters = 0;
        foreach (var item in items)
        {
            var length = Uri.EscapeDataString(valueOf(item)).Length + Around;
            if (call.Count > 0 && (call.Count == MostValues || characters + length > MostCharacters))
            {
                yield return call;
                (call, characters) = ([], 0);
            }

            call.Add(item);
            characters += length;
        }

        if (call.Count > 0)
            yield return call;
    }
}
