using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ScopeRulesTests
{
    [Theory]
    [InlineData("""["profile","emailLists","emailLists"]""")]
    [InlineData("""{"profile":true,"emailLists":true,"smsLists":false}""")]
    public void A_list_of_words_and_an_object_of_booleans_say_the_same(string scope) =>
        Assert.Equal([DeletionScope.EmailLists, DeletionScope.Profile], Check(scope, out _));

    [Fact]
    public void Every_scope_has_its_word() =>
        Assert.Equal(Enum.GetValues<DeletionScope>(), Check("""["emailLists","smsLists","profile","engagement","events"]""", out _));

    [Theory]
    [InlineData("""["profile","everything"]""", "not known")]
    [InlineData("""{"profile":true,"everything":false}""", "not known")]
    [InlineData("""["Profile"]""", "not known")]
    [InlineData("[]", "Say what")]
    [InlineData("{}", "Say what")]
    [InlineData("""{"profile":false}""", "Say what")]
    [InlineData("null", "Say what")]
    [InlineData(""" "profile" """, "list of words")]
    [InlineData("""["profile",1]""", "list of words")]
    [InlineData("""{"profile":"yes"}""", "list of words")]
    [InlineData("""["events"]""", "Add profile, or leave")]
    [InlineData("""{"engagement":true,"emailLists":true}""", "Add profile, or leave")]
    public async Task What_cannot_be_asked_for_is_refused_with_the_reason(string scope, string reason)
    {
        Check(scope, out var errors);

        var answer = (await errors.ToProblem().WriteAsync()).Json();
        Assert.Contains(reason, (string)answer["errors"]!["scope"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_word_is_not_repeated_and_the_known_ones_are_named()
    {
        Check("""["ada@example.com"]""", out var errors);

        var text = (await errors.ToProblem().WriteAsync()).Text();
        Assert.DoesNotContain("ada@", text, StringComparison.Ordinal);
        Assert.Contains("emailLists, smsLists, profile, engagement, events", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scope_that_is_left_out_is_an_error()
    {
        var errors = new FieldErrors();
        ScopeRules.Check(null, errors);
        Assert.True(errors.Any);
    }

    private static IReadOnlyList<DeletionScope> Check(string json, out FieldErrors errors) =>
        ScopeRules.Check(JsonDocument.Parse(json).RootElement, errors = new());
}
