using Microsoft.Extensions.Configuration;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>The folder of the file store: <c>secrets</c> in <c>Embedded__DataDirectory</c> (default <c>.local</c>), readable by its owner only.</summary>
internal sealed record SecretDirectory(string Path)
{
    public static SecretDirectory From(IConfiguration configuration)
    {
        if (!string.IsNullOrEmpty(configuration["KeyVault:VaultUri"]))
            throw new InvalidOperationException("KeyVault__VaultUri is set, but this version keeps its keys in the file store. Leave it empty.");
        var root = configuration["Embedded:DataDirectory"] is { Length: > 0 } data ? data : ".local";
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, "secrets"));
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new(path);
    }
}
