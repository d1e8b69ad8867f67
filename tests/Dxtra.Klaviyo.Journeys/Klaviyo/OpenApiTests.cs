using Dxtra.Klaviyo.Journeys.Access;
using Dxtra.Klaviyo.Journeys.Harness;
using Dxtra.Klaviyo.Local.Sandbox;
using Xunit.Abstractions;

namespace Dxtra.Klaviyo.Journeys.Klaviyo;

/// <summary>What the app asks Klaviyo, against what Klaviyo's own specification says may be asked.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class OpenApiTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    // Characters that an address may have and that mean something in URLs and filters.
    private static readonly string[] Nobody = ["o'neill+shop@customers.test", "percent%25&amp@customers.test"];

    [OpenApiFact]
    public async Task Every_request_of_the_first_journey_is_one_that_Klaviyo_specifies()
    {
        await using var installation = await Installation.StartAsync(azurite);
        await installation.Api.VerifyAsync(installation.Sandbox.ApiKey, CancellationToken.None);
        using var journey = new AccessJourney(installation, await installation.ConnectAsync());
        var person = await SandboxPeople.PickAsync(installation.Sandbox.BaseAddress, CancellationToken.None);
        foreach (var email in Nobody.Append(person.Email!))
            await journey.WalkAsync(email);

        var calls = installation.Proxies.Klaviyo.Calls;
        var specification = await OpenApi.LoadAsync();
        foreach (var path in calls.CountBy(call => $"{call.Method} {call.Path}"))
            output.WriteLine($"{path.Value,5} {path.Key}");

        Assert.Contains(calls, call => call.Path.TrimEnd('/') == "/api/accounts");
        Assert.Contains(calls, call => call.Path.TrimEnd('/') == "/api/events");
        Assert.Empty(calls.SelectMany(call => RequestCheck.ViolationsOf(call, specification)).Distinct());
    }

    [OpenApiFact]
    public async Task The_check_finds_what_is_wrong()
    {
        const string good = "/api/profiles?filter=equals(email,%22a@b.test%22)&page[size]=100&additional-fields[profile]=subscriptions";
        var specification = await OpenApi.LoadAsync();

        Assert.Empty(RequestCheck.ViolationsOf(Get(good), specification));
        foreach (var (target, reason) in WrongTargets)
            Assert.Contains(reason, Assert.Single(RequestCheck.ViolationsOf(Get(target), specification)), StringComparison.Ordinal);
    }

    private static readonly (string Target, string Reason)[] WrongTargets =
    [
        ("/api/people", "no such operation"),
        ("/api/profiles?page[size]=101", "above 100"),
        ("/api/profiles?limit=3", "no parameter limit"),
        ("/api/profiles?additional-fields[profile]=hats", "\"hats\" is not one of"),
        ("/api/profiles?filter=equals(hats,%22a%22)", "the field hats"),
        ("/api/profiles?filter=contains(email,%22a%22)", "contains with email"),
    ];

    private static RecordedCall Get(string target) => new("GET", target, GoodHeaders, []);

    private static Dictionary<string, string> GoodHeaders => new(StringComparer.OrdinalIgnoreCase)
    {
        ["revision"] = "2026-07-15",
        ["Authorization"] = "Klaviyo-API-Key pk_0123456789",
        ["X-Klaviyo-Revision-Fall-Forward-Opt-Out"] = "1",
    };
}
