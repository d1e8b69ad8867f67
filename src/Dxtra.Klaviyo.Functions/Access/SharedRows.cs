namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What was read once for all who ask.</summary>
/// <param name="AsOf">When reading began.</param>
/// <param name="Packed">The pages, see <see cref="PackedPage"/>; null when they are more than is kept.</param>
/// <param name="TooMany">There are more than are looked through for anybody.</param>
internal sealed record SharedRows(DateTimeOffset AsOf, IReadOnlyList<byte[]>? Packed, bool TooMany = false)
{
    public long Bytes => Packed?.Sum(page => (long)page.Length) ?? 0;

    /// <exception cref="ObjectRecord.TooManyException">There are more than are looked through.</exception>
    public IAsyncEnumerable<PartPage>? Pages => TooMany ? throw new ObjectRecord.TooManyException() : Packed?.Select(PackedPage.Unpack).ToAsyncEnumerable();
}
