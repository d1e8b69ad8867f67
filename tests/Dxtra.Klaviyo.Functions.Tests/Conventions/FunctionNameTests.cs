using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class FunctionNameTests
{
    /// <summary>A renamed orchestrator or activity breaks the instances that are running: add lines, change none.</summary>
    [Fact]
    public void Functions_are_those_of_the_approved_list()
    {
        var approved = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Conventions", "approved-functions.txt"));

        Assert.Equal(approved, AppFunctions.All.Select(function => $"{function.Trigger} {function.Name}"));
    }

    [Fact]
    public void Every_HTTP_function_says_what_it_needs_and_nothing_else_does() =>
        Assert.Equal(AppFunctions.With<HttpTriggerAttribute>().Select(function => function.Name).Order(), Operations.Needs.Keys.Order());

    [Fact]
    public void HTTP_functions_leave_authorization_to_the_caller_gate() =>
        Assert.All(
            AppFunctions.With<HttpTriggerAttribute>(),
            function => Assert.Equal(
                AuthorizationLevel.Anonymous,
                Assert.IsType<HttpTriggerAttribute>(Attribute.GetCustomAttribute(function.TriggerParameter, typeof(HttpTriggerAttribute))).AuthLevel));

    [Fact]
    public void Functions_for_customers_are_those_below_the_controller() =>
        Assert.All(AppFunctions.With<HttpTriggerAttribute>(), function => Assert.Equal(
            Operations.Needs[function.Name] != Need.Nothing,
            Attribute.GetCustomAttribute(function.TriggerParameter, typeof(HttpTriggerAttribute)) is HttpTriggerAttribute { Route: { } route }
                && route.StartsWith("controllers/{did}/", StringComparison.Ordinal)));
}
