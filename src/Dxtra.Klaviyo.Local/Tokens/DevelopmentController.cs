using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Local.Tokens;

/// <summary>DIDs of made-up controllers, in the form that Dxtra's have: <c>did:dep:</c> and 64 hex digits.</summary>
internal static class DevelopmentController
{
    /// <summary>The controller that the running stack is shown with: the same at every start, so that its data is found again.</summary>
    public static string Did { get; } = Of(SHA256.HashData(Encoding.UTF8.GetBytes("a shop on this machine")));

    public static string NewDid() => Of(RandomNumberGenerator.GetBytes(32));

    private static string Of(byte[] bytes) => $"did:dep:{Convert.ToHexStringLower(bytes)}";
}
