using System.Text;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class RequestBodyTests
{
    private const int Limit = 256 * 1024;

    [Fact]
    public async Task A_good_body_is_read()
    {
        var (value, problem) = await ReadAsync("""{"subject":{"email":"ada@example.com"},"formats":["json"],"somethingElse":1}""");

        Assert.Null(problem);
        Assert.Equal("ada@example.com", value?.Subject?.Email);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("not json")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"note": nope}""")]
    [InlineData("""{"subject":{"ada@example.com":tru}}""")]
    [InlineData("""{"4915112345678":tru}""")]
    public async Task What_is_no_JSON_object_is_a_problem_of_the_body(string text)
    {
        var problem = await ProblemOfAsync(text);

        Assert.Equal(400, problem.Status);
        Assert.Equal(["body"], problem.Errors!.Keys);
        Assert.DoesNotContain("ada", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"note":5}""", "note")]
    [InlineData("""{"subject":"ada@example.com"}""", "subject")]
    [InlineData("""{"subject":{"email":["ada@example.com"]}}""", "subject.email")]
    [InlineData("""{"formats":["json",{}]}""", "formats[1]")]
    [InlineData("""{"receivedAt":"yesterday"}""", "receivedAt")]
    [InlineData("""{"receivedAt":"2026-11-23T10:00:00"}""", "receivedAt")]
    [InlineData("""{"note":"half a character: \ud83d"}""", "note")]
    public async Task A_value_of_the_wrong_type_is_a_problem_of_its_field(string text, string field)
    {
        var problem = await ProblemOfAsync(text);

        Assert.Equal(400, problem.Status);
        var (name, texts) = Assert.Single(problem.Errors!);
        Assert.Equal(field, name);
        Assert.DoesNotContain("ada", problem.Detail + string.Concat(texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_the_largest_size_is_read() =>
        Assert.Null((await ReadAsync("{}" + new string(' ', Limit - 2))).Problem);

    [Fact]
    public async Task A_body_that_is_larger_is_refused() => Assert.Equal(413, (await ProblemOfAsync("{}" + new string(' ', Limit - 1))).Status);

    [Fact]
    public async Task A_body_that_announces_to_be_larger_is_refused_unread()
    {
        var request = HttpCall.WithBody("{}");
        request.ContentLength = Limit + 1;

        var body = await RequestBody.ReadAsync<AccessRequestBody>(request, CancellationToken.None);

        Assert.Equal((413, 0L), (body.Problem!.Status, request.Body.Position));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_a_problem()
    {
        var request = HttpCall.WithBody("");
        request.Body = new MemoryStream([.. Encoding.ASCII.GetBytes("{\"note\":\""), 0xff, 0xfe, .. Encoding.ASCII.GetBytes("\"}")]);

        Assert.Equal(400, (await RequestBody.ReadAsync<AccessRequestBody>(request, CancellationToken.None)).Problem?.Status);
    }

    private static Task<RequestBody<AccessRequestBody>> ReadAsync(string text) =>
        RequestBody.ReadAsync<AccessRequestBody>(HttpCall.WithBody(text), CancellationToken.None);

    private static async Task<Problem> ProblemOfAsync(string text)
    {
        var (value, problem) = await ReadAsync(text);
        Assert.Null(value);
        return Assert.IsType<Problem>(problem);
    }
}
