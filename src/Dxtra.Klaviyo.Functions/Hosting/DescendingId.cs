using System.Security.Cryptography;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>
/// Ids whose ordinal order is newest first, so that a partition lists itself that way: a ULID with its 48 bits of time
/// inverted. 26 characters, unguessable by their 80 random bits.
/// </summary>
internal static class DescendingId
{
    private const int TimeBytes = 6;
    private const int RandomBytes = 10;
    private const int TimeCharacters = 10;

    public static string New(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        // Not the library's own random bits: its generator is a fast one whose next output follows from the last.
        Ulid.NewUlid(now, RandomNumberGenerator.GetBytes(RandomBytes)).TryWriteBytes(bytes);
        for (var i = 0; i < TimeBytes; i++)
            bytes[i] = (byte)~bytes[i];
        // The first character of a ULID carries three bits only; the inverted time fills them, so the text stays a ULID's.
        return new Ulid(bytes).ToString();
    }

    /// <summary>The characters of an id that its time makes: ids of one time begin alike.</summary>
    public static string TimeOf(string id) => id[..Math.Min(TimeCharacters, id.Length)];
}
