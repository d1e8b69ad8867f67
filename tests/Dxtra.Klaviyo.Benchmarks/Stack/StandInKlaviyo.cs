using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Benchmarks.Stack;

/// <summary>As much of a Klaviyo as a processor's confirmation asks of it. Unlike a real one it lets out the secret that it was given.</summary>
internal sealed class StandInKlaviyo : IAsyncDisposable
{
    public const string ApiKey = "pk_benchmark0benchmark0benchmark0be";
    public const string WebhookId = "01JBENCHMARKBENCHMARKBENCH";

    private readonly WebApplication _app;

    private StandInKlaviyo()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Null until a webhook was registered.</summary>
    public string? Secret { get; private set; }

    public static async Task<StandInKlaviyo> StartAsync()
    {
        var klaviyo = new StandInKlaviyo();
        await klaviyo._app.StartAsync();
        return klaviyo;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var document = (http.Request.Method, http.Request.Path.Value) switch
        {
            ("GET", "/api/accounts") => """{"data":[{"type":"account","id":"BeNcH1","attributes":{}}],"links":{"next":null}}""",
            ("GET", "/api/webhook-topics") => """{"data":[{"type":"webhook-topic","id":"event:klaviyo.unsubscribed_from_email_marketing"}],"links":{"next":null}}""",
            ("POST", "/api/webhooks") => await RegisterAsync(http),
            _ => """{"data":[],"links":{"next":null}}""",
        };
        http.Response.ContentType = "application/vnd.api+json";
        await http.Response.WriteAsync(document);
    }

    private async Task<string> RegisterAsync(HttpContext http)
    {
        Secret = (string?)(await JsonNode.ParseAsync(http.Request.Body))!["data"]!["attributes"]!["secret_key"];
        http.Response.StatusCode = StatusCodes.Status201Created;
        return new JsonObject { ["data"] = new JsonObject { ["type"] = "webhook", ["id"] = WebhookId, ["attributes"] = new JsonObject { ["enabled"] = true } } }.ToJsonString();
    }
}
