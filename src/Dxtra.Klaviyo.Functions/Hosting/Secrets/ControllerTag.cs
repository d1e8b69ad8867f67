using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>A short stand-in for a DID where a DID's characters are not allowed: 32 hex digits of its SHA-256.</summary>
internal static class ControllerTag
{
    public static string Of(string controller) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(controller)))[..32];
}
