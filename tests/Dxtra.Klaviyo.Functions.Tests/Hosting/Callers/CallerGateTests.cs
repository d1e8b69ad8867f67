using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class CallerGateTests
{
    private const string Controller = "did:dep:c0ffee";

    private readonly byte[] _key = new byte[32];
    private readonly AuthOptions _options = new();
    private readonly HttpContext _http = HttpCall.Context();

    public CallerGateTests() => _http.Request.RouteValues["did"] = Controller;

    [Fact]
    public async Task A_caller_with_the_role_is_let_through_by_name()
    {
        Bearer(Good);

        var admitted = Assert.IsType<Admission.Admitted>(await AdmitAsync("RequestAccess"));

        Assert.Equal("user-1", admitted.Caller.Subject);
    }

    [Fact]
    public async Task Health_is_open_to_all() => Assert.IsType<Admission.Open>(await AdmitAsync("Health"));

    [Fact]
    public async Task A_function_that_is_not_listed_is_refused_even_with_every_role()
    {
        Bearer(Good);

        Assert.Equal(403, await StatusAsync("NewAndForgotten"));
    }

    [Fact]
    public async Task A_route_that_names_no_controller_is_refused()
    {
        Bearer(Good);
        _http.Request.RouteValues.Remove("did");

        Assert.Equal(403, await StatusAsync("RequestAccess"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task Without_a_good_bearer_token_the_answer_is_401(string? header)
    {
        _http.Request.Headers.Authorization = header;

        Assert.Equal(401, await StatusAsync("GetProcessor"));
    }

    [Fact]
    public async Task A_token_of_another_key_is_answered_with_401()
    {
        Bearer(TestToken.Development([.. Enumerable.Repeat((byte)1, 32)]));

        Assert.Equal(401, await StatusAsync("GetProcessor"));
    }

    [Fact]
    public async Task The_name_of_the_scheme_is_read_in_any_case()
    {
        _http.Request.Headers.Authorization = $"bearer {Good.Sign()}";

        Assert.IsType<Admission.Admitted>(await AdmitAsync("GetProcessor"));
    }

    [Fact]
    public async Task A_token_of_another_controller_is_refused()
    {
        Bearer(Good with { Controller = "did:dep:c0ffe" });

        Assert.Equal(403, await StatusAsync("GetProcessor"));
    }

    [Fact]
    public async Task Controllers_that_differ_in_case_alone_are_two()
    {
        Bearer(Good with { Controller = "did:dep:C0FFEE" });

        Assert.Equal(403, await StatusAsync("GetProcessor"));
    }

    [Fact]
    public async Task A_path_that_names_no_controller_is_malformed()
    {
        _http.Request.RouteValues["did"] = "c0ffee";
        Bearer(Good with { Controller = "c0ffee" });

        Assert.Equal(400, await StatusAsync("GetProcessor"));
    }

    [Theory]
    [InlineData("CreateProcessor", "Admin", true)]
    [InlineData("CreateProcessor", "Privacy & Compliance", false)]
    [InlineData("CreateProcessor", "admin", false)]
    [InlineData("RequestAccess", "Privacy & Compliance", true)]
    [InlineData("RequestAccess", "Admin", false)]
    [InlineData("DownloadExport", "Admin", false)]
    [InlineData("GetProcessor", "Whatever", true)]
    public async Task Each_operation_wants_its_role(string function, string role, bool admitted)
    {
        Bearer(Good with { Roles = [role] });

        Assert.Equal(admitted, await AdmitAsync(function) is Admission.Admitted);
    }

    [Fact]
    public async Task Names_of_roles_are_settings()
    {
        (_options.AdminRole, _options.CustomerDataRole) = ("dxtra.admins", "dxtra.privacy");
        Bearer(Good with { Roles = ["dxtra.admins"] });

        Assert.IsType<Admission.Admitted>(await AdmitAsync("CreateProcessor"));
        Assert.Equal(403, await StatusAsync("RequestAccess"));
    }

    private TestToken Good => TestToken.Development(_key);

    private void Bearer(TestToken token) => _http.Request.Headers.Authorization = $"Bearer {token.Sign()}";

    private Task<Admission> AdmitAsync(string function)
    {
        _options.DevelopmentKey = Convert.ToBase64String(_key);
        var options = Options.Create(_options);
        return new CallerGate(new JwtTokenValidator(options), options).AdmitAsync(function, _http);
    }

    private async Task<int> StatusAsync(string function) => Assert.IsType<Admission.Refused>(await AdmitAsync(function)).Problem.Status;
}
