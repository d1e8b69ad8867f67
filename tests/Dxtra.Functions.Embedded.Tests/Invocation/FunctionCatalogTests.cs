using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Functions.Embedded.Tests.Invocation;

public sealed class FunctionCatalogTests
{
    [Fact]
    public void Finds_public_methods_of_internal_static_and_nested_classes_by_their_attributes()
    {
        var catalog = FunctionCatalog.FromTypes(typeof(OfEachKind), typeof(OfEachKind.Nested));

        Assert.Equal(
            [("Act", TriggerKind.Activity), ("Orchestrate", TriggerKind.Orchestration), ("Serve", TriggerKind.Http), ("Tick", TriggerKind.Timer)],
            catalog.Functions.Select(function => (function.Name, function.Kind)).Order());
    }

    [Fact]
    public void Scans_an_assembly()
    {
        var catalog = FunctionCatalog.FromAssembly(typeof(FunctionCatalog).Assembly);

        Assert.Empty(catalog.Functions);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("SERVE")]
    public void A_name_is_found_whatever_its_case(string name) =>
        Assert.Equal("Serve", FunctionCatalog.FromTypes(typeof(OfEachKind)).Find(TriggerKind.Http, name)?.Name);

    [Fact]
    public void A_name_is_found_among_functions_of_its_kind_only() =>
        Assert.Null(FunctionCatalog.FromTypes(typeof(OfEachKind)).Find(TriggerKind.Activity, "Serve"));

    [Theory]
    [InlineData(typeof(SameNameTwice), "Two functions are named 'SAME' (case does not count)")]
    [InlineData(typeof(NotPublic), "Function 'Hidden': its method")]
    [InlineData(typeof(NoTrigger), "has 0 parameters with a trigger attribute")]
    [InlineData(typeof(TwoTriggers), "has 2 parameters with a trigger attribute")]
    [InlineData(typeof(AbstractClass), "its class abstract")]
    [InlineData(typeof(GenericMethod), "is generic")]
    public void A_function_that_could_never_run_is_an_error_that_names_it(Type type, string text)
    {
        var error = Assert.Throws<InvalidOperationException>(() => FunctionCatalog.FromTypes(type));

        Assert.Contains(text, error.Message, StringComparison.Ordinal);
        Assert.Contains(type.Name, error.Message, StringComparison.Ordinal);
    }

    internal sealed class OfEachKind
    {
        [Function("Serve")]
        public static void Serve([HttpTrigger] HttpRequest request) => Assert.NotNull(request);

        [Function("Tick")]
        public void Tick([TimerTrigger("0 0 * * * *")] TimerInfo timer) => Assert.NotNull(timer);

        internal static class Nested
        {
            [Function("Act")]
            public static string Act([ActivityTrigger] string input) => input;

            [Function("Orchestrate")]
            public static Task Orchestrate([OrchestrationTrigger] object context) => Task.FromResult(context);
        }
    }

    internal static class SameNameTwice
    {
        [Function("Same")]
        public static void First([ActivityTrigger] string input) => Assert.NotNull(input);

        [Function("SAME")]
        public static void Second([ActivityTrigger] string input) => Assert.NotNull(input);
    }

    internal static class NotPublic
    {
        [Function("Hidden")]
        internal static void Hidden([ActivityTrigger] string input) => Assert.NotNull(input);
    }

    internal static class NoTrigger
    {
        [Function("Idle")]
        public static void Idle(string input) => Assert.NotNull(input);
    }

    internal static class TwoTriggers
    {
        [Function("Both")]
        public static void Both([ActivityTrigger] string input, [TimerTrigger("0 0 * * * *")] TimerInfo timer) => Assert.NotSame(input, timer);
    }

    internal abstract class AbstractClass
    {
        [Function("Floating")]
        public void Floating([ActivityTrigger] string input) => Assert.NotNull(input);
    }

    internal static class GenericMethod
    {
        [Function("Open")]
        public static T Open<T>([ActivityTrigger] T input) => input;
    }
}
