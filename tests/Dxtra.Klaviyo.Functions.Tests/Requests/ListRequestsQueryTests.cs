using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ListRequestsQueryTests
{
    private readonly FieldErrors _errors = new();

    [Fact]
    public void Nothing_asked_for_is_everything() => Assert.Equal(new(null, null, false, new(50, null)), Read());

    [Fact]
    public void Words_are_those_of_the_contract() => Assert.Equal(
        new(RequestKind.Deletion, RequestStatus.AwaitingIdentity, true, new(50, null)),
        Read(("kind", "deletion"), ("status", "awaitingIdentity"), ("overdue", "true")));

    [Theory]
    [InlineData("kind", "export")]
    [InlineData("kind", "0")]
    [InlineData("status", "1")]
    [InlineData("status", "-1")]
    [InlineData("status", "running, failed")]
    [InlineData("overdue", "yes")]
    public void Other_words_are_errors_of_their_field(string name, string value)
    {
        Read((name, value));

        Assert.Equal([name], _errors.ToProblem().Errors!.Keys);
    }

    private ListRequestsQuery Read(params IEnumerable<(string Name, string Value)> query) =>
        ListRequestsQuery.Read(new QueryCollection(query.ToDictionary(pair => pair.Name, pair => new StringValues(pair.Value))), _errors);
}
