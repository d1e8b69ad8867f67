namespace Dxtra.Klaviyo.Sandbox.Filters;

/// <summary>
/// Reads the filter grammar: <c>op(field,value)</c>, <c>op(field,[value,…])</c> and <c>op(field)</c>, joined by commas or by
/// <c>and(…)</c> at any depth. There is no <c>or</c>.
/// </summary>
internal ref struct FilterParser
{
    private FilterScanner _scanner;

    private FilterParser(string text) => _scanner = new FilterScanner(text);

    /// <returns>All clauses, flattened: every join is an AND.</returns>
    /// <exception cref="FilterSyntaxException">The text is not a filter.</exception>
    public static IReadOnlyList<FilterExpression> Parse(string text)
    {
        var parser = new FilterParser(text);
        var clauses = new List<FilterExpression>();
        parser.ReadClauses(clauses);
        parser._scanner.ExpectEnd();
        return clauses;
    }

    private void ReadClauses(List<FilterExpression> clauses)
    {
        do
            ReadClause(clauses);
        while (_scanner.TryTake(','));
    }

    private void ReadClause(List<FilterExpression> clauses)
    {
        var name = _scanner.ReadName();
        _scanner.Expect('(');
        if (name == "and")
            ReadClauses(clauses);
        else
            clauses.Add(ReadOperands(name));
        _scanner.Expect(')');
    }

    private FilterExpression ReadOperands(string name)
    {
        var field = _scanner.ReadName();
        if (!_scanner.TryTake(','))
            return new FilterExpression(name, field, [], IsList: false);
        if (!_scanner.TryTake('['))
            return new FilterExpression(name, field, [_scanner.ReadLiteral()], IsList: false);

        return new FilterExpression(name, field, ReadList(), IsList: true);
    }

    private List<FilterLiteral> ReadList()
    {
        var values = new List<FilterLiteral>();
        do
            values.Add(_scanner.ReadLiteral());
        while (_scanner.TryTake(','));
        _scanner.Expect(']');
        return values;
    }
}
