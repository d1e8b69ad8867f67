using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A one-time code that is out.</summary>
/// <param name="Hash">HMAC-SHA256 with the controller's key over the request's id and the code, 64 hex digits.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="WrongTries">How often another code was given.</param>
/// <param name="Number">1 for the first code of the request.</param>
internal sealed record IdentityCode(string Hash, DateTimeOffset ExpiresAt, int WrongTries, int Number)
{
    /// <summary>So many wrong ones lock a code.</summary>
    public const int MostTries = 5;

    /// <summary>So many codes a request gets.</summary>
    public const int MostCodes = 5;

    [JsonIgnore]
    public int TriesLeft => Math.Max(0, MostTries - WrongTries);
}
