using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Client.Tests;

public class SecrecyTests
{
    private const string Person = "ada@example.com";

    public static TheoryData<string> EveryFault => [.. Faults.Keys];

    private static Dictionary<string, RequestDelegate> Faults { get; } = new()
    {
        ["400"] = Answer.Text(
            $$"""{ "errors": [{ "code": "invalid", "detail": "{{Person}} {{TestClient.Secret}}", "title": "{{Person}}" }] }""", 400),
        ["401"] = Answer.Example("errors/401-authentication-failed.json", 401),
        ["403"] = Answer.Example("errors/403-plan.json", 403),
        ["404"] = Answer.Example("errors/404-names-a-person.json", 404),
        ["409"] = Answer.Example("errors/409-duplicate-profile.json", 409),
        ["410"] = Answer.Example("errors/410.json", 410),
        ["429"] = Answer.Throttled("60"),
        ["500"] = Answer.Text($"{Person} {TestClient.Secret}", 500),
        ["HTML 403"] = Answer.Text($"<html>{Person} {TestClient.Secret}</html>", 403, "text/html"),
        ["redirect"] = Answer.Redirect(302, new Uri($"http://elsewhere.example.com/?email={Person}")),
        ["not JSON"] = Answer.Text($"{Person}"),
        ["wrong shape"] = Answer.Page($"\"{Person}\""),
        ["hang up"] = Answer.HangUp(),
        ["success"] = Answer.Page(),
    };

    [Theory]
    [MemberData(nameof(EveryFault))]
    public async Task Neither_the_key_nor_the_person_shows_in_a_log_or_an_exception(string fault)
    {
        await using var server = await StandIn.StartAsync(Faults[fault]);
        await using var client = TestClient.Impatient(server.Address);
        var reading = client.Klaviyo.Profiles.SearchAsync(ProfileFilter.Email(Person)).ToListAsync();
        var thrown = await Record.ExceptionAsync(async () => await reading);

        Assert.Equal(fault == "success", thrown is null);
        Assert.All([.. client.Log.Lines, $"{thrown}"], AssertClean);
    }

    [Fact]
    public async Task A_call_and_its_repeat_are_logged_by_operation_and_status()
    {
        await using var server = await StandIn.StartAsync(Answer.Throttled("1"), Answer.Page());
        await using var client = new TestClient(server.Address);
        var reading = client.Klaviyo.Profiles.SearchAsync(ProfileFilter.Email(Person)).ToListAsync();
        await client.Time.PassNextRetryWaitAsync();
        await reading;

        Assert.Collection(
            client.Log.Lines,
            line => Assert.Contains("Klaviyo answered get_profiles with 429", line, StringComparison.Ordinal),
            line => Assert.Contains("not answer get_profiles (KlaviyoThrottledException); repeat 1", line, StringComparison.Ordinal),
            line => Assert.Contains("Klaviyo answered get_profiles with 200", line, StringComparison.Ordinal));
        Assert.All(client.Log.Lines, AssertClean);
    }

    [Fact]
    public async Task What_the_client_hands_out_prints_without_the_person()
    {
        await using var server = await StandIn.StartAsync(Answer.Example("documents/profile.json"));
        await using var client = new TestClient(server.Address);
        var profile = await client.Klaviyo.Profiles.FindByIdAsync("01GDDKASAP8TKDDA2GRZDSVP4H");
        Assert.Equal("profile 01GDDKASAP8TKDDA2GRZDSVP4H", $"{profile}");
        AssertClean($"{profile!.Attributes}");
        AssertClean($"{new KlaviyoPage<ProfileAttributes>([profile], [], null, false)}");
    }

    private static void AssertClean(string text)
    {
        Assert.DoesNotContain(TestClient.Secret[3..^4], text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ada@", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ada%40", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/api/", text, StringComparison.Ordinal);
    }
}
