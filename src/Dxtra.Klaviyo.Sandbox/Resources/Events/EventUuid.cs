using System.Buffers.Binary;
using System.Text;

namespace Dxtra.Klaviyo.Sandbox.Resources.Events;

/// <summary>
/// The <c>uuid</c> of an event: version 1, and its clock is the time of the event, not of its arrival (seen in recorded events).
/// </summary>
internal static class EventUuid
{
    private static readonly long GregorianTicks = new DateTime(1582, 10, 15, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public static string Of(string eventId, long timestamp)
    {
        var clock = DateTimeOffset.FromUnixTimeSeconds(timestamp).UtcTicks - GregorianTicks;
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)clock);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)(clock >> 32));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(((clock >> 48) & 0x0FFF) | 0x1000));
        Encoding.ASCII.GetBytes(eventId.AsSpan(0, 8), bytes[8..]);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
