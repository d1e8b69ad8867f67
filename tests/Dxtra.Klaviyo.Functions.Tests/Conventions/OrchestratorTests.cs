using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>What a replay must not see: it would take another way than the first run.</summary>
public sealed partial class OrchestratorTests
{
    [Fact]
    public void Orchestrators_are_static_methods_of_static_classes() =>
        Assert.All(AppFunctions.With<OrchestrationTriggerAttribute>(), function => Assert.True(
            function.Method.IsStatic && function.Class is { IsAbstract: true, IsSealed: true }, function.Name));

    [Fact]
    public void Orchestrators_use_no_clock_no_chance_and_no_thread() =>
        Assert.All(AppFunctions.With<OrchestrationTriggerAttribute>(), function => Assert.Empty(Banned(AppSources.Of(function.Class))));

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("var now = DateTimeOffset.Now;")]
    [InlineData("var id = Guid.NewGuid();")]
    [InlineData("var n = Random.Shared.Next();")]
    [InlineData("await Task.Delay(wait);")]
    [InlineData("await work.ConfigureAwait(false);")]
    public void The_search_finds_what_is_banned(string line) => Assert.Single(Banned(line));

    private static IEnumerable<string> Banned(string source) => BannedCall().Matches(source).Select(match => match.Value);

    [GeneratedRegex(@"\b(DateTime(Offset)?\.(UtcNow|Now|Today)|Guid\.NewGuid|new Random|Random\.Shared|RandomNumberGenerator|Stopwatch|TimeProvider|Environment\.|Thread\.|Task\.(Delay|Run|Yield)|ConfigureAwait|File\.|HttpClient)")]
    private static partial Regex BannedCall();
}
