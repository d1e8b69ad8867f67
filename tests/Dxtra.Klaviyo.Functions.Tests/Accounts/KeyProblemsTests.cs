namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class KeyProblemsTests
{
    [Fact]
    public void A_bad_key_is_422_with_its_field() => IsProblem(new ExplorationResult.AuthenticationFailed(), 422, ProblemTypes.AuthenticationFailed, "apiKey");

    [Fact]
    public void A_key_that_cannot_read_the_account_is_422_and_names_the_scope()
    {
        IsProblem(new ExplorationResult.NoAccountScope(), 422, ProblemTypes.MissingScope, "apiKey");

        Assert.Contains("accounts:read", KeyProblems.Of(new ExplorationResult.NoAccountScope()).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void No_answer_is_502_and_says_nothing_of_the_key() => IsProblem(new ExplorationResult.Unavailable(), 502, ProblemTypes.Unavailable, null);

    [Theory]
    [InlineData(17, 17)]
    [InlineData(null, 60)]
    public void A_limit_is_503_with_a_wait(int? asked, int told)
    {
        var reason = new ExplorationResult.Throttled(asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

        IsProblem(reason, 503, ProblemTypes.Throttled, null);
        Assert.Equal(TimeSpan.FromSeconds(told), KeyProblems.Of(reason).RetryAfter);
    }

    private static void IsProblem(ExplorationResult reason, int status, string type, string? field)
    {
        var problem = KeyProblems.Of(reason);
        Assert.Equal((status, type, field), (problem.Status, problem.Type, problem.Errors?.Keys.Single()));
    }
}
