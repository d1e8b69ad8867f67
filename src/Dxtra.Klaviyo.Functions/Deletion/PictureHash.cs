using System.Security.Cryptography;
using System.Text;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What an approval binds to.</summary>
internal static class PictureHash
{
    /// <summary>SHA-256 over the scope and the <see cref="PictureForm"/> of each profile; 64 hex digits.</summary>
    /// <param name="key">The controller's for keyed hashes.</param>
    /// <param name="scope">What is asked for.</param>
    /// <param name="profiles">In any order.</param>
    public static string Of(byte[] key, IReadOnlyCollection<DeletionScope> scope, IEnumerable<ProfilePicture> profiles)
    {
        var words = PictureForm.Text([.. scope.Distinct().Order().Select(word => $"{word}")]);
        var forms = profiles.Select(profile => PictureForm.Of(key, scope, profile).ToString()).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PictureForm.Text([words, .. forms]))));
    }
}
