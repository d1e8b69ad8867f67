using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A profile that was seen with identifiers of an erased person, until it is worked off. Clear text: sealed at rest.</summary>
/// <param name="RequestId">The deletion request.</param>
/// <param name="Run">Its latest run when it was seen.</param>
/// <param name="ProfileId">Klaviyo's id.</param>
/// <param name="ProfileKey">Keyed hash of that.</param>
/// <param name="At">When it was seen.</param>
/// <param name="SeenBy">What brought the news.</param>
/// <param name="Identifiers">The kinds of identifier that were recognised.</param>
internal sealed record Comeback(
    string RequestId, int Run, string ProfileId, string ProfileKey, DateTimeOffset At, string SeenBy, IReadOnlyList<string> Identifiers)
{
    /// <summary>The same for the same profile and run of the request: what is seen often is worked off once.</summary>
    [JsonIgnore]
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{RequestId}\n{Run}\n{ProfileKey}")))[..32];

    /// <summary>Redacted: a profile's id leads to a person.</summary>
    public override string ToString() => "(comeback)";
}
