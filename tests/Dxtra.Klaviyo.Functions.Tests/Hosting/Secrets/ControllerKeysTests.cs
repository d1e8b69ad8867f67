namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ControllerKeysTests
{
    private readonly FakeSecretStore _secrets = new();

    [Fact]
    public async Task The_keys_of_a_controller_stay_the_same()
    {
        Assert.Equal(await HashingAsync("did:dep:a"), await HashingAsync("did:dep:a"));
        Assert.Single(_secrets.Secrets);
    }

    [Fact]
    public async Task Two_controllers_have_different_keys() => Assert.NotEqual(await HashingAsync("did:dep:a"), await HashingAsync("did:dep:b"));

    [Fact]
    public async Task Two_purposes_have_different_keys() =>
        Assert.NotEqual(await HashingAsync("did:dep:a"), await new ControllerKeys(_secrets).EncryptionAsync("did:dep:a", CancellationToken.None));

    [Fact]
    public async Task A_key_has_32_bytes_and_is_not_the_secret_itself()
    {
        var key = await HashingAsync("did:dep:a");

        Assert.Equal(32, key.Length);
        Assert.NotEqual(Convert.FromBase64String(_secrets.Secrets.Values.Single()), key);
    }

    [Fact]
    public async Task The_name_of_the_secret_does_not_spell_the_controller()
    {
        await HashingAsync("did:dep:a");

        Assert.Matches("^controller-[0-9a-f]{32}$", _secrets.Secrets.Keys.Single());
    }

    private Task<byte[]> HashingAsync(string controller) => new ControllerKeys(_secrets).HashingAsync(controller, CancellationToken.None);
}
