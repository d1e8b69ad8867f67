using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class CreateProcessorHandlerTests : IAsyncDisposable
{
    private readonly FakeKlaviyo _klaviyo = FakeKlaviyo.Start().Answers("/api/accounts", "accounts.json");
    private readonly FakeSecretStore _secrets = new();
    private readonly FakeProcessorStore _processors = new();
    private readonly FakeActivityLog _activity = new();

    public ValueTask DisposeAsync() => _klaviyo.DisposeAsync();

    [Fact]
    public async Task A_proved_key_makes_a_processor_that_waits_for_confirmation()
    {
        var processor = await CreatedAsync(new(Some.ApiKey, null));

        Assert.Equal(("Klaviyo", ProcessorStatus.PendingConfirmation, "99z9"), (processor.Name, processor.Status, processor.KeyHint));
        Assert.Equal((Some.Now, Some.Now), (processor.CreatedAt, processor.LastVerifiedAt));
        Assert.Equal("AbC123", processor.Account.Id);
        Assert.Equal([processor], _processors.Processors);
    }

    [Fact]
    public async Task The_key_lies_in_the_secret_store_and_nowhere_else()
    {
        var processor = await CreatedAsync(new(Some.ApiKey, null));

        Assert.Equal(Some.ApiKey, _secrets.Secrets[processor.KeySecretName]);
        Assert.DoesNotContain(Some.ApiKey, JsonSerializer.Serialize(new { processor, view = ProcessorView.Of(processor), _activity.Entries }, Json.Options), StringComparison.Ordinal);
        Assert.DoesNotContain(_klaviyo.Log.Lines, line => line.Contains(Some.ApiKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_change_is_logged_with_who_made_it()
    {
        var processor = await CreatedAsync(new(Some.ApiKey, null));

        var entry = Assert.Single(_activity.Entries);
        Assert.Equal((ActivityType.ProcessorConnected, "user-1", processor.Id), (entry.Type, entry.Actor, entry.ProcessorId));
    }

    [Theory]
    [InlineData(" My shop ", "My shop")]
    [InlineData("Łódź 😀", "Łódź 😀")]
    public async Task A_processor_may_have_a_name(string given, string name) =>
        Assert.Equal(name, (await CreatedAsync(new(Some.ApiKey, given))).Name);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    public async Task A_bad_name_is_refused_before_Klaviyo_is_asked(string name)
    {
        Assert.Equal(["name"], await FieldsAsync(new(Some.ApiKey, name)));

        Assert.Empty(_klaviyo.Asked);
    }

    [Fact]
    public async Task A_bad_key_and_a_bad_name_are_told_at_once() =>
        Assert.Equal(["apiKey", "name"], await FieldsAsync(new("AbC123", new string('a', 101))));

    [Fact]
    public async Task A_key_that_Klaviyo_refuses_is_kept_nowhere()
    {
        _klaviyo.Answers("/api/accounts", "401-authentication-failed.json", 401);

        var refused = Assert.IsType<CreateProcessorResult.Refused>(await CreateAsync(new(Some.ApiKey, null)));

        Assert.IsType<ExplorationResult.AuthenticationFailed>(refused.Reason);
        Assert.Empty(_secrets.Secrets);
        Assert.Empty(_processors.Processors);
        Assert.Empty(_activity.Entries);
    }

    private async Task<Processor> CreatedAsync(ApiKeyBody body) => Assert.IsType<CreateProcessorResult.Created>(await CreateAsync(body)).Processor;

    private async Task<IEnumerable<string>> FieldsAsync(ApiKeyBody body) =>
        Assert.IsType<CreateProcessorResult.Invalid>(await CreateAsync(body)).Errors.ToProblem().Errors!.Keys;

    private Task<CreateProcessorResult> CreateAsync(ApiKeyBody body) =>
        new CreateProcessorHandler(new AccountExplorer(_klaviyo.Clients), _secrets, _processors, _activity, new FakeTimeProvider(Some.Now))
            .HandleAsync("did:dep:c0ffee", body, "user-1", CancellationToken.None);
}
