namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Writes rows as they come, one a line, and counts them. Holds one page at a time.</summary>
internal sealed class PartWriter(IAsyncEnumerable<PartPage> pages)
{
    private static readonly ReadOnlyMemory<byte> LineFeed = "\n"u8.ToArray();

    public int Rows { get; private set; }

    public int Pages { get; private set; }

    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var row in page.Rows)
            {
                await stream.WriteAsync(row, cancellationToken);
                await stream.WriteAsync(LineFeed, cancellationToken);
                Rows++;
            }

            Pages++;
        }
    }
}
