using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>One file per secret, protected with ASP.NET Core Data Protection. For one machine; Azure uses Key Vault.</summary>
internal sealed class FileSecretStore(SecretDirectory directory, IDataProtectionProvider protection) : ISecretStore
{
    private readonly IDataProtector _protector = protection.CreateProtector("Dxtra.Klaviyo.Secrets");

    public async Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return Unprotect(name, await File.ReadAllBytesAsync(PathOf(name), cancellationToken));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public async Task SetAsync(string name, string value, CancellationToken cancellationToken)
    {
        var draft = await WriteDraftAsync(name, value, cancellationToken);
        File.Move(draft, PathOf(name), overwrite: true);
    }

    public async Task<string> GetOrAddAsync(string name, Func<string> create, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is { } found)
            return found;
        var draft = await WriteDraftAsync(name, create(), cancellationToken);
        try
        {
            File.Move(draft, PathOf(name), overwrite: false);
        }
        catch (IOException) when (File.Exists(PathOf(name)))
        {
            File.Delete(draft);
        }

        return await FindAsync(name, cancellationToken) ?? throw new IOException("A secret vanished while it was made.");
    }

    /// <summary>A complete file beside the target, so that a crash leaves the old value or the new one, never half of one.</summary>
    private async Task<string> WriteDraftAsync(string name, string value, CancellationToken cancellationToken)
    {
        var draft = $"{PathOf(name)}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(draft, options);
        await file.WriteAsync(_protector.Protect(Encoding.UTF8.GetBytes(value)), cancellationToken);
        file.Flush(flushToDisk: true);
        return draft;
    }

    private string Unprotect(string name, byte[] bytes)
    {
        try
        {
            return Encoding.UTF8.GetString(_protector.Unprotect(bytes));
        }
        catch (CryptographicException exception)
        {
            throw new InvalidOperationException($"The secret {name} cannot be read: the key ring in its folder is not the one that wrote it.", exception);
        }
    }

    private string PathOf(string name)
    {
        if (name.Length == 0 || name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
            throw new ArgumentException("The name of a secret has letters, digits and hyphens only.", nameof(name));
        return Path.Combine(directory.Path, name + ".secret");
    }
}
