using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Dxtra.Klaviyo.Client.Tests;

public class KlaviyoBodyTests
{
    [Fact]
    public void What_was_detached_stays_as_it_is_when_the_memory_is_used_again()
    {
        var buffer = Rented("""{"name":"Ada"}""", out var length);
        var detached = new KlaviyoBody(JsonDocument.Parse(buffer.AsMemory(0, length)), buffer).Detach();

        buffer.AsSpan().Fill((byte)'x');

        Assert.Equal("Ada", detached.GetProperty("name").GetString());
    }

    [Fact]
    public void A_body_that_is_over_can_not_be_read()
    {
        var body = Body("{}");

        body.Dispose();

        Assert.Throws<ObjectDisposedException>(() => body.Root.ValueKind);
    }

    [Fact]
    public void A_body_that_ends_twice_gives_its_memory_back_once()
    {
        var body = Body("{}");
        body.Dispose();
        body.Dispose();

        // Given back twice, the same array would be lent to both.
        var (one, other) = (ArrayPool<byte>.Shared.Rent(64 * 1024), ArrayPool<byte>.Shared.Rent(64 * 1024));

        Assert.NotSame(one, other);
        ArrayPool<byte>.Shared.Return(one);
        ArrayPool<byte>.Shared.Return(other);
    }

    private static KlaviyoBody Body(string json)
    {
        var buffer = Rented(json, out var length);
        return new(JsonDocument.Parse(buffer.AsMemory(0, length)), buffer);
    }

    private static byte[] Rented(string json, out int length)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        length = Encoding.UTF8.GetBytes(json, buffer);
        return buffer;
    }
}
