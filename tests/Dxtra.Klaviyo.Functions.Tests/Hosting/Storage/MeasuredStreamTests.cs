using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class MeasuredStreamTests
{
    private readonly MemoryStream _inner = new();

    [Fact]
    public async Task What_is_written_is_counted_hashed_and_passed_on()
    {
        await using var stream = new MeasuredStream(_inner);
        await stream.WriteAsync("one "u8.ToArray());
        await stream.WriteAsync("two"u8.ToArray());

        IsWhole(stream, "one two");
    }

    [Fact]
    public void What_is_written_without_waiting_is_too()
    {
        using var stream = new MeasuredStream(_inner);
        stream.Write("one "u8);
        stream.Write([.. "-two-"u8], 1, 3);

        IsWhole(stream, "one two");
    }

    [Fact]
    public void Nothing_written_has_the_hash_of_nothing()
    {
        using var stream = new MeasuredStream(_inner);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([])), stream.Sha256);
    }

    [Fact]
    public async Task The_inner_stream_stays_open()
    {
        await using (new MeasuredStream(_inner))
        {
        }

        Assert.True(_inner.CanWrite);
    }

    private void IsWhole(MeasuredStream stream, string text)
    {
        var expected = Encoding.ASCII.GetBytes(text);
        Assert.Equal(expected, _inner.ToArray());
        Assert.Equal(expected.Length, stream.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(expected)), stream.Sha256);
    }
}
