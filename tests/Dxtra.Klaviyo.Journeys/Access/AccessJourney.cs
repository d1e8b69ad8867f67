using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Harness;
using Dxtra.Klaviyo.Local.Api;

namespace Dxtra.Klaviyo.Journeys.Access;

/// <summary>Asks for a person's data and brings the export home, as a caller of the HTTP contract does.</summary>
internal sealed class AccessJourney(DxtraApi api, string processorId)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <returns>The request's id.</returns>
    public async Task<string> PostAsync(string email) => (await api.RequestAccessAsync(processorId, email, [], CancellationToken.None)).Id;

    public async Task<Answers.Request> CompleteAsync(string requestId, TimeSpan? patience = null)
    {
        var over = await Poll.UntilAsync(
            () => api.GetRequestAsync(requestId, CancellationToken.None),
            request => request.Status is "completed" or "failed",
            patience ?? Patience,
            $"The end of request {requestId}");
        Assert.Equal("completed", over.Status);
        return over;
    }

    public async Task<JsonObject> DownloadAsync(string requestId)
    {
        var link = await api.GetExportLinkAsync(requestId, "json", CancellationToken.None);
        using var storage = new HttpClient();
        return JsonNode.Parse(await storage.GetStringAsync(link))!.AsObject();
    }

    public async Task<JsonObject> WalkAsync(string email)
    {
        var id = await PostAsync(email);
        await CompleteAsync(id);
        return await DownloadAsync(id);
    }
}
