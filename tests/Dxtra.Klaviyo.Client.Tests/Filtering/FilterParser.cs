using System.Text;

namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>Reads the filter grammar back, strictly, to tell what a filter means.</summary>
internal sealed class FilterParser(string text)
{
    private int _at;

    public static IReadOnlyList<ParsedFilter> Parse(string text)
    {
        var parser = new FilterParser(text);
        var filters = new List<ParsedFilter>();
        do
            filters.Add(parser.Clause());
        while (parser.Take(','));

        return parser._at == text.Length ? filters : throw parser.Wrong();
    }

    private ParsedFilter Clause()
    {
        var comparison = Word("(");
        Expect('(');
        var field = Word(",)");
        var values = Take(',') ? Values() : [];
        Expect(')');
        return new ParsedFilter(comparison, field, values);
    }

    private List<object> Values()
    {
        if (!Take('['))
            return [Value()];

        var values = new List<object>();
        do
            values.Add(Value());
        while (Take(','));

        Expect(']');
        return values;
    }

    /// <summary>A quoted text as itself; anything bare as a <see cref="Bare"/>.</summary>
    private object Value() => Take('"') ? Quoted() : new Bare(Word(",)]"));

    private string Quoted()
    {
        var found = new StringBuilder();
        while (!Take('"'))
        {
            if (Take('\\') && Next() is not ('"' or '\\'))
                throw Wrong();
            found.Append(Next());
            _at++;
        }

        return found.ToString();
    }

    private string Word(string ends)
    {
        var start = _at;
        while (!ends.Contains(Next(), StringComparison.Ordinal))
            _at++;
        return _at > start ? text[start.._at] : throw Wrong();
    }

    private char Next() => _at < text.Length ? text[_at] : throw Wrong();

    private bool Take(char wanted)
    {
        var found = _at < text.Length && text[_at] == wanted;
        if (found)
            _at++;
        return found;
    }

    private void Expect(char wanted)
    {
        if (!Take(wanted))
            throw Wrong();
    }

    private FormatException Wrong() => new($"Not a filter at {_at}: {text}");
}
