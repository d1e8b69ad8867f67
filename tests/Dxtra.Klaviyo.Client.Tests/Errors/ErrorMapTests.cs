using System.Net;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Client.Tests;

public class ErrorMapTests
{
    [Theory]
    [InlineData(400, "400-filter", typeof(KlaviyoInvalidRequestException), "invalid")]
    [InlineData(400, "400-include", typeof(KlaviyoInvalidRequestException), "invalid")]
    [InlineData(400, "400-cursor", typeof(KlaviyoInvalidRequestException), "invalid")]
    [InlineData(401, "401-not-authenticated", typeof(KlaviyoAuthenticationException), "not_authenticated")]
    [InlineData(401, "401-authentication-failed", typeof(KlaviyoAuthenticationException), "authentication_failed")]
    [InlineData(401, "401-one-endpoint", typeof(KlaviyoAuthenticationException), "authentication_failed")]
    [InlineData(403, "403-plan", typeof(KlaviyoPermissionException), "permission_denied")]
    [InlineData(404, "404-profile", typeof(KlaviyoNotFoundException), "not_found")]
    [InlineData(404, "404-revision", typeof(KlaviyoRevisionRetiredException), "not_found")]
    [InlineData(409, "409-duplicate-profile", typeof(KlaviyoConflictException), "duplicate_profile")]
    [InlineData(410, "410", typeof(KlaviyoRevisionRetiredException), "gone")]
    [InlineData(415, "415", typeof(KlaviyoInvalidRequestException), "unsupported_media_type")]
    [InlineData(429, "429", typeof(KlaviyoThrottledException), "throttled")]
    [InlineData(500, "500", typeof(KlaviyoUnavailableException), "error")]
    public async Task A_refusal_of_Klaviyos_becomes_the_exception_of_its_kind(int status, string file, Type expected, string code)
    {
        var thrown = await FailureOfAsync(Answer.Example($"errors/{file}.json", status));
        Assert.IsType(expected, thrown);
        Assert.Equal(("get_accounts", (HttpStatusCode)status, code), (thrown.Operation, thrown.Status, thrown.Code));
        Assert.Contains(thrown.ErrorId!, Examples.Read($"errors/{file}.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("403-plan", KlaviyoPermissionProblem.PlanLacksFeature)]
    [InlineData("403-scope", KlaviyoPermissionProblem.MissingScope)]
    [InlineData("403-unexplained", KlaviyoPermissionProblem.Unknown)]
    public async Task A_lacking_plan_is_told_from_a_missing_scope(string file, KlaviyoPermissionProblem expected)
    {
        var thrown = await FailureOfAsync(Answer.Example($"errors/{file}.json", 403));
        Assert.Equal(expected, Assert.IsType<KlaviyoPermissionException>(thrown).Problem);
    }

    [Fact]
    public async Task A_conflict_names_the_profile_that_is_in_the_way()
    {
        var thrown = await FailureOfAsync(Answer.Example("errors/409-duplicate-profile.json", 409));
        Assert.Equal("01GDDKASAP8TKDDA2GRZDSVP4H", Assert.IsType<KlaviyoConflictException>(thrown).DuplicateProfileId);
    }

    [Theory]
    [InlineData("400-filter", "filter")]
    [InlineData("400-cursor", "/data/")]
    public async Task An_invalid_request_says_where(string file, string source)
    {
        var thrown = await FailureOfAsync(Answer.Example($"errors/{file}.json", 400));
        Assert.Equal(source, Assert.IsType<KlaviyoInvalidRequestException>(thrown).ErrorSource);
    }

    [Theory]
    [InlineData(400, KlaviyoUnavailableReason.Blocked)]
    [InlineData(401, KlaviyoUnavailableReason.Blocked)]
    [InlineData(403, KlaviyoUnavailableReason.Blocked)]
    [InlineData(404, KlaviyoUnavailableReason.Blocked)]
    [InlineData(500, KlaviyoUnavailableReason.ServerError)]
    [InlineData(502, KlaviyoUnavailableReason.GatewayError)]
    [InlineData(503, KlaviyoUnavailableReason.GatewayError)]
    [InlineData(504, KlaviyoUnavailableReason.GatewayError)]
    [InlineData(524, KlaviyoUnavailableReason.GatewayError)]
    public async Task An_html_page_comes_from_the_network_in_front_of_Klaviyo(int status, KlaviyoUnavailableReason reason)
    {
        var thrown = Assert.IsType<KlaviyoUnavailableException>(await FailureOfAsync(Answer.Html(status)));
        Assert.Equal((reason, null), (thrown.Reason, thrown.Code));
    }

    [Fact]
    public async Task A_bare_401_is_still_about_the_key() =>
        Assert.IsType<KlaviyoAuthenticationException>(await FailureOfAsync(Answer.Status(401)));

    [Fact]
    public async Task A_404_without_Klaviyos_explanation_does_not_prove_that_a_profile_is_gone()
    {
        await using var server = await StandIn.StartAsync(Answer.Text("""{"message":"no route"}""", 404, "application/json"));
        await using var client = TestClient.Impatient(server.Address);
        await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => client.Klaviyo.Profiles.FindByIdAsync("01A"));
    }

    [Fact]
    public async Task A_profile_that_Klaviyo_does_not_know_is_null()
    {
        await using var server = await StandIn.StartAsync(Answer.Example("errors/404-profile.json", 404));
        await using var client = TestClient.Impatient(server.Address);
        Assert.Null(await client.Klaviyo.Profiles.FindByIdAsync("NOPE01"));
    }

    [Fact]
    public async Task A_list_that_must_exist_and_does_not_is_an_exception()
    {
        await using var server = await StandIn.StartAsync(Answer.Example("errors/404-profile.json", 404));
        await using var client = TestClient.Impatient(server.Address);
        await Assert.ThrowsAsync<KlaviyoNotFoundException>(() => client.Klaviyo.Lists.GetAsync("NOPE01"));
    }

    [Fact]
    public async Task Members_of_an_error_that_are_not_of_the_expected_form_are_not_passed_on()
    {
        var thrown = await FailureOfAsync(Answer.Text(
            """{"errors":[{"id":"ada@example.com","code":"Ada Lovelace","source":{"parameter":"ada@example.com"}}]}""", 400));
        Assert.Equal((null, null), (thrown.ErrorId, thrown.Code));
        Assert.Null(Assert.IsType<KlaviyoInvalidRequestException>(thrown).ErrorSource);
    }

    private static async Task<KlaviyoException> FailureOfAsync(RequestDelegate answer)
    {
        await using var server = await StandIn.StartAsync(answer);
        await using var client = TestClient.Impatient(server.Address);
        return await Assert.ThrowsAnyAsync<KlaviyoException>(() => client.Klaviyo.Accounts.GetAsync());
    }
}
