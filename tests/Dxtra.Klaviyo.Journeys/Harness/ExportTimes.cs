using System.Globalization;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>Lets the time of exports pass, as they lie in storage and in the app's data directory.</summary>
internal sealed class ExportTimes(Installation installation)
{
    /// <summary>As if the export had been made long ago.</summary>
    public async Task PassAsync(string requestId)
    {
        var ended = DateTimeOffset.UtcNow.AddDays(-1);
        var requests = new TableClient(installation.Storage.ConnectionString, "Requests");
        var row = (await requests.GetEntityAsync<TableEntity>(installation.Controller, "r|" + requestId)).Value;
        var request = JsonNode.Parse(row.GetString("Json"))!.AsObject();
        Assert.True(request.ContainsKey("expiresAt"), "The request has no time that could pass.");
        request["expiresAt"] = ended;
        row["Json"] = request.ToJsonString();
        await requests.UpdateEntityAsync(row, row.ETag);

        var expiries = new TableClient(installation.Storage.ConnectionString, "ExportExpiries");
        var note = await expiries.QueryAsync<TableEntity>(note => note.RowKey == requestId).SingleAsync();
        await expiries.DeleteEntityAsync(note.PartitionKey, note.RowKey, ETag.All);
        note.PartitionKey = ended.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        note["At"] = ended;
        await expiries.AddEntityAsync(note);
    }

    /// <summary>As if the app, which must not be running, had been down at seven past: the sweep of that hour is made up for at the next start.</summary>
    public Task MissSweepAsync() => MissedTimer.SetAsync(installation, "ExportSweep", minute: 7);
}
