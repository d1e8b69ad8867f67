using Dxtra.Klaviyo.Local.Api;
using Dxtra.Klaviyo.Local.Demo;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Local.Tests.Api;

public sealed class DxtraApiTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_problem_document_is_put_into_words()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 422;
            return context.Response.WriteAsJsonAsync(
                new
                {
                    title = "The request has invalid fields.",
                    detail = "See errors.",
                    errors = new Dictionary<string, string[]> { ["subject.email"] = ["This is no e-mail address."] },
                },
                options: null,
                contentType: "application/problem+json");
        });

        var problem = await Assert.ThrowsAsync<ProblemException>(
            () => Api(server).RequestAccessAsync("p", "nobody", [], CancellationToken.None));

        Assert.All(
            ["422", "POST", "The request has invalid fields.", "See errors.", "subject.email: This is no e-mail address."],
            part => Assert.Contains(part, problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/problem+json")]
    public async Task An_error_that_is_no_problem_document_still_names_the_status(string contentType)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 502;
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync("<html>");
        });

        var problem = await Assert.ThrowsAsync<ProblemException>(() => Api(server).GetRequestAsync("r", CancellationToken.None));

        Assert.Contains("502", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_goes_to_the_app_and_not_to_storage()
    {
        await using var storage = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ContentDisposition = "attachment; filename=\"../export.json\"";
            return context.Response.WriteAsync("{}");
        });
        await using var app = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(storage.Address.ToString());
            return Task.CompletedTask;
        });

        var link = await Api(app).GetExportLinkAsync("r", "json", CancellationToken.None);
        var saved = await ExportDownload.SaveAsync(link, Path.Combine(_folder.Path, "new"), CancellationToken.None);

        Assert.Equal(new DownloadedFile(Path.Combine(_folder.Path, "new", "export.json"), 2), saved);
        Assert.Equal(["Bearer a-token"], app.Authorizations);
        Assert.Equal([""], storage.Authorizations);
    }

    private static DxtraApi Api(LoopbackServer server) => new(server.Address, "did:dep:shop", "a-token");
}
