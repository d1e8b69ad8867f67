using Dxtra.Klaviyo.Sandbox.Filters;

namespace Dxtra.Klaviyo.Sandbox.Tests.Filters;

public sealed class FilterParserTests
{
    [Theory]
    [InlineData("equals(id,\"a\")", "equals id 'a'")]
    [InlineData("equals(id,'a')", "equals id 'a'")]
    [InlineData("equals(id, 'a' )", "equals id 'a'")]
    [InlineData("equals(email,\"it's\")", "equals email 'it's'")]
    [InlineData("equals(email,'say \\'hi\\' \\\\ \\\"')", "equals email 'say 'hi' \\ \"'")]
    [InlineData("any(id,[\"a\",'b'])", "any id ['a';'b']")]
    [InlineData("has(metric)", "has metric")]
    [InlineData("greater-than(datetime,2026-07-15T00:00:00Z)", "greater-than datetime 2026-07-15T00:00:00Z")]
    [InlineData("equals(archived,true)", "equals archived true")]
    [InlineData("equals(a,1),equals(b,2)", "equals a 1 & equals b 2")]
    [InlineData("and(equals(a,1),equals(b,2))", "equals a 1 & equals b 2")]
    [InlineData("and(equals(a,1),and(equals(b,2),has(c))),equals(d,'x,y)')", "equals a 1 & equals b 2 & has c & equals d 'x,y)'")]
    [InlineData("equals(subscriptions.email.marketing.suppression.reason,'X')", "equals subscriptions.email.marketing.suppression.reason 'X'")]
    public void A_filter_is_read_into_its_clauses(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("")]
    [InlineData("equals")]
    [InlineData("equals(")]
    [InlineData("equals()")]
    [InlineData("equals(id,)")]
    [InlineData("equals(id,\"a)")]
    [InlineData("equals(id,'a'))")]
    [InlineData("equals(id,'a'")]
    [InlineData("equals(id,'a') equals(id,'b')")]
    [InlineData("equals(id,'a'),")]
    [InlineData("any(id,['a','b')")]
    [InlineData("any(id,[])")]
    [InlineData("and()")]
    [InlineData("id='a'")]
    public void Anything_else_is_a_syntax_error(string text) => Assert.Throws<FilterSyntaxException>(() => FilterParser.Parse(text));

    [Fact]
    public void Every_text_survives_quoting_in_either_kind_of_quotes()
    {
        var random = new Random(7);
        const string alphabet = "ab,()[]'\"\\ +é😀";
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            foreach (var quote in new[] { '"', '\'' })
            {
                var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace($"{quote}", $"\\{quote}", StringComparison.Ordinal);
                var clause = Assert.Single(FilterParser.Parse($"equals(id,{quote}{escaped}{quote})"));
                Assert.Equal(new FilterLiteral(text, Quoted: true), Assert.Single(clause.Values));
            }
        }
    }

    private static string Render(string text) => string.Join(" & ", FilterParser.Parse(text).Select(Render));

    private static string Render(FilterExpression clause)
    {
        var values = string.Join(';', clause.Values.Select(value => value.Quoted ? $"'{value.Text}'" : value.Text));
        return $"{clause.Operator} {clause.Field} {(clause.IsList ? $"[{values}]" : values)}".TrimEnd();
    }
}
