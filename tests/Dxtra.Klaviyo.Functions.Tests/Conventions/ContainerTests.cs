using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ContainerTests
{
    [Fact]
    public async Task Every_function_class_can_be_made_from_the_real_container()
    {
        await using var app = new TestApp();
        await using var scope = app.Services.CreateAsyncScope();

        Assert.All(
            AppFunctions.All.Where(function => !function.Method.IsStatic),
            function => ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.Class));
    }

    [Fact]
    public async Task Every_category_of_an_export_has_one_reader()
    {
        await using var app = new TestApp();

        Assert.Equal(Categories.All.Order(), app.Services.GetServices<IPartReader>().Select(reader => reader.Category).Order());
    }
}
