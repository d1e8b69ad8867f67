using Microsoft.IdentityModel.JsonWebTokens;

namespace Dxtra.Klaviyo.Local.Tests.CommandLine;

public sealed class TokenCommandTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task It_prints_a_token_and_nothing_else()
    {
        var run = await TokenAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Equal("did:dep:shop", new JsonWebToken(run.Output.Trim()).GetClaim("controller").Value);
        Assert.Single(run.Output.Trim().Split('\n'));
    }

    [Fact]
    public async Task Roles_can_be_chosen()
    {
        var run = await TokenAsync("--role", "Admin", "--role", "Reader");

        var roles = new JsonWebToken(run.Output.Trim()).Claims.Where(c => c.Type == "roles").Select(c => c.Value);
        Assert.Equal(["Admin", "Reader"], roles);
    }

    [Fact]
    public async Task The_one_who_acts_can_be_named_for_some_things_take_two_people()
    {
        Assert.Equal("developer", new JsonWebToken((await TokenAsync()).Output.Trim()).Subject);
        Assert.Equal("dpo", new JsonWebToken((await TokenAsync("--subject", "dpo")).Output.Trim()).Subject);
    }

    [Fact]
    public async Task A_key_from_outside_is_used_and_no_key_file_is_made()
    {
        await CommandLineRun.OfAsync(
            ["token", "--controller", "did:dep:shop", "--data", _data.Path],
            new() { ["Auth__DevelopmentKey"] = Convert.ToBase64String(new byte[32]) });

        Assert.Empty(Directory.GetFiles(_data.Path));
    }

    [Fact]
    public async Task A_key_from_outside_that_is_no_key_is_refused()
    {
        var run = await CommandLineRun.OfAsync(
            ["token", "--controller", "did:dep:shop", "--data", _data.Path], new() { ["Auth__DevelopmentKey"] = "secret" });

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Auth__DevelopmentKey has to be base64 of at least 32 bytes", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandLineRun> TokenAsync(params string[] more) =>
        CommandLineRun.OfAsync(["token", "--controller", "did:dep:shop", "--data", _data.Path, .. more]);
}
