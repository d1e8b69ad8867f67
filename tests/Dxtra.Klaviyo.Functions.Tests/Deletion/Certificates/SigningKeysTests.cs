using Dxtra.Klaviyo.Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class SigningKeysTests
{
    private readonly FakeSecretStore _secrets = new();
    private readonly CertificateFixture.PublishedKeys _published = new();
    private readonly FakeTimeProvider _time = new(Some.Now);

    [Fact]
    public async Task The_first_use_makes_the_key_and_publishes_it()
    {
        var kid = await KidAsync();

        var key = Assert.Single(await _published.ReadAsync(default));
        Assert.Equal((1, kid, Some.Now), (key.Generation, key.Key.Kid, key.Since));
        Assert.Equal(["certificate-key-1"], _secrets.Secrets.Keys);
    }

    [Fact]
    public async Task Instances_that_begin_at_the_same_time_have_the_same_key()
    {
        var kids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(KidAsync)));

        Assert.Single(kids.Distinct());
        Assert.Single(await _published.ReadAsync(default));
    }

    [Fact]
    public async Task A_key_signs_until_its_time_is_over_and_stays_published_for_good()
    {
        var first = await KidAsync();
        _time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(first, await KidAsync());

        _time.Advance(TimeSpan.FromDays(1));
        var second = await KidAsync();

        Assert.NotEqual(first, second);
        Assert.Equal([first, second], (await _published.ReadAsync(default)).Select(key => key.Key.Kid));
    }

    [Fact]
    public async Task Another_key_takes_over_where_the_private_half_is_lost_or_another_one()
    {
        var first = await KidAsync();
        foreach (var name in _secrets.Secrets.Keys)
            await _secrets.SetAsync(name, await AnotherSecretAsync(), default);

        Assert.NotEqual(first, await KidAsync());
        Assert.Equal(2, (await _published.ReadAsync(default)).Count);
    }

    [Fact]
    public async Task A_key_that_was_made_and_not_published_is_published_by_the_next()
    {
        var secret = await AnotherSecretAsync();
        await _secrets.SetAsync("certificate-key-1", secret, default);

        await KidAsync();

        Assert.Equal(secret, _secrets.Secrets["certificate-key-1"]);
        Assert.Single(await _published.ReadAsync(default));
    }

    private static async Task<string> AnotherSecretAsync()
    {
        var other = new SigningKeysTests();
        await other.KidAsync();
        return other._secrets.Secrets["certificate-key-1"];
    }

    private async Task<string> KidAsync()
    {
        using var key = await new SigningKeys(_secrets, _published, Options.Create(new CertificateOptions { KeyLifetimeDays = 30 }), _time).CurrentAsync(default);
        return CertificateKey.Of(key).Kid;
    }
}
