namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Previews of people of the sandbox's seeded account, which answers as Klaviyo's specification says.</summary>
public sealed class SandboxPreviewTests : IAsyncLifetime
{
    private static readonly SubjectIdentity Amelia = new("amelia.hartley@example.com", null, null, null);

    private SeededSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await SeededSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_seeded_person_is_shown_with_all_that_is_held_and_what_lists_serve()
    {
        await using var preview = await BuildAsync("full");

        var profile = Assert.Single(preview.Shown().Member("profiles").Items());
        var newsletter = Assert.Single(profile.Member("lists").Items(), list => list.Text("name") == "Newsletter");
        Assert.Contains("email", newsletter.Member("serves").Items().Select(channel => channel.ToString()));
        Assert.True(newsletter.GetProperty("leaves").GetBoolean());
        Assert.True(profile.Member("counts")!.Value.GetProperty("events").GetInt32() > 0);
        Assert.NotNull(profile.Member("lastOrder"));
        Assert.DoesNotContain(preview.Shown().Member("missingScopes").Items(), scope => scope.Text("state") == "missing");
        Assert.DoesNotMatch("amelia|hartley|447700900001|CUST-0001", preview.Text().ToLowerInvariant());
    }

    [Theory]
    [InlineData("campaigns:read")]
    [InlineData("flows:read")]
    public async Task A_key_that_may_not_see_what_uses_a_list_is_told_so(string scope)
    {
        await using var preview = await BuildAsync($"without {scope}");

        Assert.Contains("campaigns:read", preview.Shown().Member("missingScopes").Items().Where(one => one.Text("state") == "missing").Select(one => one.Text("scope")));
        Assert.All(preview.Shown().Member("profiles")!.Value[0].Member("lists").Items(), list => Assert.Equal(3, list.Member("serves").Items().Count()));
    }

    private async Task<PreviewFixture> BuildAsync(string key)
    {
        var preview = await PreviewFixture.OfAsync(Amelia, DeletionScope.EmailLists, DeletionScope.Profile);
        preview.Connections = new Seeded(_sandbox.Clients.Create(Some.Key(_sandbox.Server.ApiKeys[key])));
        Assert.Equal(RequestResult.AwaitingApproval, await preview.BuildAsync());
        return preview;
    }

    private sealed class Seeded(KlaviyoClient klaviyo) : IKlaviyoConnections
    {
        public Task<KlaviyoClient> OpenAsync(string controller, string processorId, DateTimeOffset? due, CancellationToken cancellationToken) => Task.FromResult(klaviyo);
    }
}
