using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ProblemTests
{
    [Fact]
    public async Task A_problem_with_fields_looks_like_the_example()
    {
        var errors = new FieldErrors();
        errors.Add("subject.email", "This is not an e-mail address.");
        errors.Add("formats", "This format is not known.");
        errors.Add("formats", "Another sentence.");

        await LooksLikeAsync("problem-invalid.json", errors.ToProblem());
    }

    [Fact]
    public async Task A_problem_without_fields_looks_like_the_example() =>
        await LooksLikeAsync("problem-conflict.json", Problem.Conflict(ProblemTypes.ExportNotReady, "There is no export.", "The request ended without one."));

    [Fact]
    public async Task A_problem_has_its_media_type_and_status()
    {
        var response = await Problem.Malformed("body", "The body is no JSON.").WriteAsync();

        Assert.Equal((400, "application/problem+json"), (response.StatusCode, response.ContentType));
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(1.2, "2")]
    [InlineData(60, "60")]
    public async Task A_wait_is_asked_for_in_whole_seconds_rounded_up(double seconds, string header)
    {
        var problem = new Problem(503, ProblemTypes.Throttled, "Wait.", "Wait.") { RetryAfter = TimeSpan.FromSeconds(seconds) };

        Assert.Equal(header, (await problem.WriteAsync()).Headers.RetryAfter.ToString());
    }

    private static async Task LooksLikeAsync(string example, Problem problem)
    {
        var body = (await problem.WriteAsync()).Json();

        Assert.NotEmpty(body["traceId"]!.GetValue<string>());
        body["traceId"] = "…";
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Examples.Read(example)), body), body.ToJsonString());
    }
}
