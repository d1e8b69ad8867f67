using ICSharpCode.SharpZipLib.Zip;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// A zip that is written front to back into a stream that cannot seek. With a passphrase every file in it is encrypted with AES-256
/// as WinZip does it (AE-2); the names of the files are not, so no person is in them.
/// </summary>
internal sealed class ZipPackage
{
    public const string Extension = "zip";
    public const string ContentType = "application/zip";

    private const int AesBits = 256;

    private readonly ZipOutputStream _zip;
    private readonly Stream _stream;
    private readonly DateTime _time;

    private ZipPackage(ZipOutputStream zip, Stream stream, DateTimeOffset time) => (_zip, _stream, _time) = (zip, stream, time.UtcDateTime);

    /// <param name="stream">Gets the zip; stays open.</param>
    /// <param name="time">What the files are dated.</param>
    /// <param name="passphrase">Null: nothing is encrypted.</param>
    /// <param name="write">Adds the files.</param>
    /// <param name="cancellationToken">Ends the writing; what is there by then is no whole zip.</param>
    public static async Task WriteAsync(
        Stream stream, DateTimeOffset time, string? passphrase, Func<ZipPackage, Task> write, CancellationToken cancellationToken)
    {
        // Nobody knows how long a file gets when it begins, so each is announced as one that may pass 4 GiB.
        await using var zip = new ZipOutputStream(stream) { IsStreamOwner = false, UseZip64 = UseZip64.On, Password = passphrase };
        await write(new(zip, stream, time));
        await zip.FinishAsync(cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>Writes the next file.</summary>
    public async Task AddAsync(string name, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        await _zip.PutNextEntryAsync(new(name) { DateTime = _time, AESKeySize = _zip.Password is null ? 0 : AesBits }, cancellationToken);
        await using (var file = new ZipFileStream(_zip, _stream))
            await write(file);
        await _zip.CloseEntryAsync(cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }
}
