using System.Net;
using System.Net.Http.Headers;
using Dxtra.Klaviyo.Local;
using Dxtra.Klaviyo.Local.CommandLine;
using Dxtra.Klaviyo.Local.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Over HTTP, as a controller and an auditor do it.</summary>
public sealed class CertificateApiTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _data = new();
    private CertificateFixture _fixture = null!;
    private TestApp _app = null!;
    private HttpClient _http = null!;

    private string Request => $"api/controllers/{_fixture.Work.ControllerDid}/requests/{_fixture.Work.RequestId}";

    public async Task InitializeAsync()
    {
        _fixture = await CertificateFixture.CreateAsync();
        await _fixture.IssueAsync();
        _app = new(configure: services => services
            .AddSingleton<IRequestStore>(_fixture.Requests)
            .AddSingleton<ICaseFiles>(_fixture.CaseFiles)
            .AddSingleton<IActivityLog>(_fixture.Activity)
            .AddSingleton<IPublishedKeyStore>(_fixture.Keys));
        await _app.StartAsync();
        _http = new() { BaseAddress = _app.Address };
        Authorize("Privacy & Compliance");
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task What_is_downloaded_is_verified_offline_with_the_published_keys()
    {
        var certificate = await DownloadAsync($"{Request}/certificate", "certificate.json");
        _http.DefaultRequestHeaders.Authorization = null;
        var keys = await DownloadAsync("api/.well-known/jwks.json", "jwks.json");
        using var output = new StringWriter();

        var exit = await Launcher.RunAsync(["verify", certificate, "--jwks", keys], new OutsideSettings(new Dictionary<string, string>()), output, output);

        Assert.Equal(0, exit);
        Assert.Contains("The key is one of the published ones.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(_fixture.Work.RequestId, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keys_may_be_cached_and_are_those_of_the_standard()
    {
        _http.DefaultRequestHeaders.Authorization = null;
        using var answer = await _http.GetAsync("api/.well-known/jwks.json");
        var set = new Microsoft.IdentityModel.Tokens.JsonWebKeySet(await answer.Content.ReadAsStringAsync());

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl is { Public: true, MaxAge.TotalSeconds: 300 });
        var key = Assert.Single(set.Keys);
        Assert.Equal(("EC", "P-256", "ES256", "sig", null), (key.Kty, key.Crv, key.Alg, key.Use, key.D));
        Assert.Equal(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(key.ComputeJwkThumbprint()), key.Kid);
    }

    [Theory]
    [InlineData("certificate", "application/pdf", "application/pdf")]
    [InlineData("certificate?format=json", "application/pdf", "application/json")]
    [InlineData("letter", "text/html", "text/html")]
    [InlineData("letter", null, "text/plain")]
    public async Task The_form_is_what_was_asked_for(string what, string? accept, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Request}/{what}");
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        using var answer = await _http.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Theory]
    [InlineData("certificate")]
    [InlineData("letter")]
    public async Task A_form_that_there_is_not_is_refused(string what)
    {
        using var answer = await _http.GetAsync($"{Request}/{what}?format=docx");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("certificate")]
    [InlineData("letter")]
    public async Task Both_want_the_role_for_customer_data(string what)
    {
        Authorize("Admin");
        using var answer = await _http.GetAsync($"{Request}/{what}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(_fixture.Activity.Entries);
    }

    private void Authorize(string role) => _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
        "Bearer", (TestToken.Development(_app.Key) with { Controller = _fixture.Work.ControllerDid, Roles = [role] }).Sign());

    private async Task<string> DownloadAsync(string address, string name)
    {
        var path = Path.Combine(_data.Path, name);
        await File.WriteAllBytesAsync(path, await _http.GetByteArrayAsync(address));
        return path;
    }
}
