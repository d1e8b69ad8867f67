using System.Text;

namespace Dxtra.Klaviyo.Sandbox.Filters;

/// <summary>The characters of a filter, with the quoting rules: double or single quotes, a backslash before a quote or a backslash.</summary>
internal ref struct FilterScanner(string text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position;

    public bool TryTake(char expected)
    {
        SkipSpaces();
        if (_position >= _text.Length || _text[_position] != expected)
            return false;
        _position++;
        return true;
    }

    public void Expect(char expected)
    {
        if (!TryTake(expected))
            throw new FilterSyntaxException($"expected '{expected}'", _position);
    }

    public void ExpectEnd()
    {
        SkipSpaces();
        if (_position < _text.Length)
            throw new FilterSyntaxException("expected the end", _position);
    }

    public string ReadName()
    {
        SkipSpaces();
        var start = _position;
        while (_position < _text.Length && (char.IsAsciiLetterOrDigit(_text[_position]) || _text[_position] is '-' or '_' or '.' or '$'))
            _position++;
        if (_position == start)
            throw new FilterSyntaxException("expected a name", start);
        return _text[start.._position].ToString();
    }

    public FilterLiteral ReadLiteral()
    {
        SkipSpaces();
        return _position < _text.Length && _text[_position] is '"' or '\'' ? ReadQuoted() : ReadBare();
    }

    private FilterLiteral ReadBare()
    {
        var start = _position;
        while (_position < _text.Length && _text[_position] is not (',' or ')' or ']' or '(' or '['))
            _position++;
        var bare = _text[start.._position].Trim();
        if (bare.IsEmpty)
            throw new FilterSyntaxException("expected a value", start);
        return new FilterLiteral(bare.ToString(), Quoted: false);
    }

    private FilterLiteral ReadQuoted()
    {
        var quote = _text[_position++];
        var value = new StringBuilder();
        while (_position < _text.Length)
        {
            var character = _text[_position++];
            if (character == quote)
                return new FilterLiteral(value.ToString(), Quoted: true);
            if (character == '\\' && _position < _text.Length)
                character = _text[_position++];
            value.Append(character);
        }

        throw new FilterSyntaxException("a quote is not closed", _position);
    }

    private void SkipSpaces()
    {
        while (_position < _text.Length && _text[_position] == ' ')
            _position++;
    }
}
