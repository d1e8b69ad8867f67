using System.Text.Json;
using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A profile as Klaviyo answered it.</summary>
/// <param name="Profile">The resource.</param>
/// <param name="Included">What came beside it and beside the others of its page.</param>
/// <param name="FoundBy">The identifiers that led to it.</param>
/// <param name="IncludesRefused">The key may not see push tokens and conversations.</param>
internal sealed record FoundResource(
    KlaviyoResource<ProfileAttributes> Profile, IReadOnlyList<KlaviyoResource<JsonElement>> Included, IReadOnlyList<string> FoundBy, bool IncludesRefused);
