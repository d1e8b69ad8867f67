using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PageQueryTests
{
    private readonly FieldErrors _errors = new();

    [Fact]
    public void The_default_is_fifty_from_the_beginning()
    {
        Assert.Equal(new PageQuery(50, null), Read("", ""));
        Assert.False(_errors.Any);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("500", 500)]
    public void Limits_in_range_are_taken(string limit, int expected) => Assert.Equal(expected, Read(limit, "").Limit);

    [Theory]
    [InlineData("0")]
    [InlineData("501")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData(" 7")]
    [InlineData("ten")]
    [InlineData("99999999999")]
    public void Other_limits_are_errors(string limit)
    {
        Read(limit, "");

        Assert.Equal(["limit"], _errors.ToProblem().Errors!.Keys);
    }

    [Fact]
    public void A_cursor_is_decoded()
    {
        Assert.Equal("1!8!abc 1!4!def", Read("", Cursor.Encode("1!8!abc 1!4!def")!).ContinuationToken);
        Assert.False(_errors.Any);
    }

    [Fact]
    public void A_cursor_that_is_none_is_an_error()
    {
        Read("", "?!");

        Assert.Equal(["cursor"], _errors.ToProblem().Errors!.Keys);
    }

    private PageQuery Read(string limit, string cursor) =>
        PageQuery.Read(new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["limit"] = limit, ["cursor"] = cursor }), _errors);
}
