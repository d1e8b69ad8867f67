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
    public async Task Every_read_of_a_profile_but_its_history_has_one_reader()
    {
        await using var app = new TestApp();

        Assert.Equal(
            Reads.AfterProfile.Except([Reads.History]).Append(Reads.Profile).Order(),
            app.Services.GetServices<IPartReader>().Select(reader => reader.Read).Order());
    }

    [Fact]
    public void Every_category_of_an_export_comes_out_of_one_read() =>
        Assert.Equal(Categories.All.Order(), Reads.AfterProfile.Append(Reads.Profile).SelectMany(Reads.CategoriesOf).Order());

    [Fact]
    public async Task Every_format_has_one_writer()
    {
        await using var app = new TestApp();

        Assert.Equal(ExportFormats.All.Order(), app.Services.GetServices<IExportWriter>().Select(writer => writer.Format).Order());
    }
}
