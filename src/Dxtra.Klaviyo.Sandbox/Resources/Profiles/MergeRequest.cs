using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Jobs;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Profiles;

/// <summary>A merge asked for through the API, which takes exactly one source.</summary>
internal sealed class MergeRequest(AccountData data, ProfileMerge merge, Later later, SandboxSettings settings)
{
    /// <returns>The id of the profile that stays.</returns>
    /// <exception cref="ApiErrorException">400: not two profiles; 404: one of them does not exist.</exception>
    public string Accept(ApiCall call)
    {
        var (survivorId, sourceId) = Read(call.Body);
        foreach (var id in new[] { survivorId, sourceId })
        {
            if (data.Profiles.Find(id) is null)
                throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Profile, id));
        }

        if (!call.Ignored)
            later.Do(settings.Jobs.Merge, () => Merge(survivorId, sourceId));
        return survivorId;
    }

    /// <summary>Either may be gone by the time the merge takes effect.</summary>
    private void Merge(string survivorId, string sourceId)
    {
        if (data.Profiles.Find(survivorId) is { } survivor && data.Profiles.Find(sourceId) is { } source)
            merge.Merge(source, survivor, lingers: false);
    }

    private static (string SurvivorId, string SourceId) Read(JsonObject? body)
    {
        const string pointer = "/data/relationships/profiles/data";
        var merge = JsonBody.Data(body, "profile-merge");
        var survivorId = JsonBody.Text(merge, "id", "/data/id");
        var relationships = JsonBody.Object(merge, "relationships", "/data/relationships");
        var sources = JsonBody.Array(JsonBody.Object(relationships, "profiles", "/data/relationships/profiles"), "data", pointer);
        if (sources is not [JsonObject source] || JsonBody.OptionalText(source, "type", pointer + "/0/type") != ResourceTypes.Profile)
            throw JsonBody.Invalid(pointer, "Exactly one profile is required.");
        var sourceId = JsonBody.Text(source, "id", pointer + "/0/id");
        return sourceId == survivorId ? throw JsonBody.Invalid(pointer, "A profile cannot be merged into itself.") : (survivorId, sourceId);
    }
}
