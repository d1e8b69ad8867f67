using System.Net;
using Dxtra.Klaviyo.Sandbox.Tests.Errors;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Faults;

public sealed class FaultTests : IAsyncLifetime
{
    private RunningSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await RunningSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Rules_count_what_they_see_and_end_after_their_times()
    {
        await SwitchOnAsync(new { kind = "status", operation = "get_lists", status = 503, skip = 1, times = 2 });

        var statuses = new List<int>();
        for (var call = 0; call < 4; call++)
            statuses.Add(await StatusAsync("/api/lists"));

        Assert.Equal([200, 503, 503, 200], statuses);
        Assert.Equal(200, await StatusAsync("/api/segments"));
        var rule = (await _sandbox.ControlAsync(HttpMethod.Get, "/sandbox/faults"))["rules"]![0]!;
        Assert.Equal(4, (int)rule["seen"]!);
        Assert.Equal(2, (int)rule["hits"]!);
    }

    [Fact]
    public async Task Each_third_call_can_be_throttled()
    {
        await SwitchOnAsync(new { kind = "throttle", every = 3, retryAfter = 0 });
        var statuses = new List<int>();
        for (var call = 0; call < 6; call++)
            statuses.Add(await StatusAsync("/api/lists"));

        Assert.Equal([200, 200, 429, 200, 200, 429], statuses);
    }

    [Fact]
    public async Task A_content_delivery_network_answers_html()
    {
        await SwitchOnAsync(new { kind = "html" });
        using var response = await _sandbox.Client.GetAsync(new Uri("/api/lists", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("challenge", response.Headers.GetValues("cf-mitigated").Single());
    }

    [Fact]
    public async Task One_operation_alone_can_refuse_a_valid_key()
    {
        await SwitchOnAsync(new { kind = "unauthorized", operation = "get_events" });
        using var response = await _sandbox.Client.GetAsync(new Uri("/api/events", UriKind.Relative));

        await ErrorExample.AssertAsync("incident", response);
        Assert.Equal(200, await StatusAsync("/api/accounts"));
    }

    [Fact]
    public async Task A_connection_can_break_before_and_within_the_answer()
    {
        await SwitchOnAsync(new { kind = "reset", times = 1 }, new { kind = "cutBody", skip = 1, times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => _sandbox.Client.GetAsync(new Uri("/api/profiles", UriKind.Relative)));
        await Assert.ThrowsAsync<HttpRequestException>(() => _sandbox.Client.GetAsync(new Uri("/api/profiles", UriKind.Relative)));
        Assert.Equal(200, await StatusAsync("/api/profiles"));
    }

    [Fact]
    public async Task A_body_can_be_cut_so_that_it_is_no_json_or_come_slowly_and_whole()
    {
        await SwitchOnAsync(new { kind = "truncatedJson", times = 1 }, new { kind = "slowBody", skip = 1, times = 1, milliseconds = 5 });
        var cut = await _sandbox.Client.GetStringAsync(new Uri("/api/profiles", UriKind.Relative));
        var slow = await _sandbox.Client.GetStringAsync(new Uri("/api/profiles", UriKind.Relative));
        var whole = await _sandbox.Client.GetStringAsync(new Uri("/api/profiles", UriKind.Relative));

        Assert.Equal(whole, slow);
        Assert.StartsWith(cut, whole, StringComparison.Ordinal);
        Assert.Equal(whole.Length / 2, cut.Length, tolerance: whole.Length / 10);
    }

    [Theory]
    [InlineData("gremlin", 503, 1)]
    [InlineData("status", 200, 1)]
    [InlineData("status", 503, 0)]
    public async Task A_rule_that_makes_no_sense_is_refused(string kind, int status, int every)
    {
        using var content = System.Net.Http.Json.JsonContent.Create(new { rules = new[] { new { kind, status, every } } });
        using var response = await _sandbox.Client.PutAsync(new Uri("/sandbox/faults", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Rules_must_be_named()
    {
        using var content = new StringContent("{}");
        using var response = await _sandbox.Client.PutAsync(new Uri("/sandbox/faults", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Quirks_change_filters_and_wire()
    {
        var one = (await _sandbox.GetAsync("/api/events?page[size]=1"))["data"]![0]!;
        var filter = $"filter=greater-than(timestamp,{one["attributes"]!["timestamp"]})";
        Assert.NotEqual((string?)one["id"], (await _sandbox.GetAsync($"/api/events?page[size]=1&{filter}")).Ids()[0]);

        await _sandbox.ControlAsync(HttpMethod.Put, "/sandbox/quirks", new
        {
            filters = new { greaterThanIncludesEqual = true, emailIgnoresCase = true, recentBoundsRefused = true },
            wire = new { spacedEventTimes = true, unknownAttributes = true },
        });

        var again = (await _sandbox.GetAsync($"/api/events?page[size]=1&{filter}"))["data"]![0]!;
        Assert.Equal((string?)one["id"], (string?)again["id"]);
        Assert.Equal(' ', ((string)again["attributes"]!["datetime"]!)[10]);
        Assert.NotNull(again["attributes"]!["sandbox_unknown"]);
        Assert.Single((await _sandbox.GetAsync("/api/profiles?filter=equals(email,%22noah.brandt@example.com%22)"))["data"]!.AsArray());
        await _sandbox.GetErrorAsync($"/api/events?filter=less-than(datetime,{DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ssZ})", 400);
    }

    private Task SwitchOnAsync(params object[] rules) => _sandbox.ControlAsync(HttpMethod.Put, "/sandbox/faults", new { rules });

    private async Task<int> StatusAsync(string path)
    {
        using var response = await _sandbox.Client.GetAsync(new Uri(path, UriKind.Relative));
        return (int)response.StatusCode;
    }
}
