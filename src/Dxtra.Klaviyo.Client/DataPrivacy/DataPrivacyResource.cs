using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Client;

public sealed class DataPrivacyResource
{
    private readonly KlaviyoTransport _transport;

    internal DataPrivacyResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// Asks Klaviyo to delete one profile, for good. <c>POST /api/data-privacy-deletion-jobs</c>, scope <c>data-privacy:write</c>, 3/s and
    /// 60/min. Klaviyo would take an e-mail address or a phone number instead, and delete every profile that matches it; there is no such
    /// overload, for nobody can have approved profiles that are found only while they are deleted. Sent again only when Klaviyo certainly
    /// did not take it.
    /// </summary>
    /// <exception cref="KlaviyoAuthenticationException">
    /// 401. This endpoint was seen to answer it while the key was good for every other: ask <see cref="AccountsResource"/> before calling
    /// the connection broken.
    /// </exception>
    public async Task<DeletionAnswer> RequestDeletionAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(profileId);
        try
        {
            await _transport.SendAsync(
                KlaviyoRequest.Command("request_profile_deletion", "api/data-privacy-deletion-jobs", Body(profileId)), cancellationToken);
            return DeletionAnswer.Accepted;
        }
        catch (KlaviyoNotFoundException)
        {
            return DeletionAnswer.AlreadyGone;
        }
    }

    /// <summary>The profile's attributes are wanted even where there are none.</summary>
    private static JsonObject Body(string profileId)
    {
        var profile = new JsonObject { ["type"] = "profile", ["id"] = profileId, ["attributes"] = new JsonObject() };
        var attributes = new JsonObject { ["profile"] = new JsonObject { ["data"] = profile } };
        return new() { ["data"] = new JsonObject { ["type"] = "data-privacy-deletion-job", ["attributes"] = attributes } };
    }
}
