using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>
/// Read-only links to blobs. With an identity they are signed with a key that storage delegates to it and that ends by itself; with
/// the account's key only where the app was given one.
/// </summary>
internal sealed class BlobLinks(BlobServiceClient service, TimeProvider time) : IDisposable
{
    /// <summary>Storage allows a week. A link does not outlive the key that signed it.</summary>
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(6);

    /// <summary>A key is in force at once, also where storage's clock is a little behind.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _gate = new(1);
    private UserDelegationKey? _key;

    /// <summary>A link to one blob that ends after <paramref name="lifetime"/> and downloads as <paramref name="fileName"/>.</summary>
    public async Task<Uri> SignAsync(BlobClient blob, string fileName, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + lifetime;
        var sas = new BlobSasBuilder(BlobSasPermissions.Read, end)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            ContentDisposition = $"attachment; filename=\"{fileName}\"",
            Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
        };
        return blob.CanGenerateSasUri
            ? blob.GenerateSasUri(sas)
            : blob.GenerateUserDelegationSasUri(sas, await KeyAsync(end, cancellationToken));
    }

    public void Dispose() => _gate.Dispose();

    private async Task<UserDelegationKey> KeyAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_key is { } key && end + ClockTolerance <= key.SignedExpiresOn)
                return key;
            var now = time.GetUtcNow();
            var options = new BlobGetUserDelegationKeyOptions(now + KeyLifetime) { StartsOn = now - ClockTolerance };
            return _key = await service.GetUserDelegationKeyAsync(options, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }
}
