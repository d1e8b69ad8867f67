using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>Makes a timer of every hour look missed, so that it is made up for at the app's next start.</summary>
internal static class MissedTimer
{
    /// <param name="installation">Its app must not be running.</param>
    /// <param name="name">The timer's function.</param>
    /// <param name="minute">Past every hour.</param>
    public static async Task SetAsync(Installation installation, string name, int minute)
    {
        var hour = DateTime.UtcNow.Date.AddHours(DateTime.UtcNow.Hour - 2);
        var status = new JsonObject { ["Last"] = hour.AddMinutes(minute - 60), ["Next"] = hour.AddMinutes(minute), ["LastUpdated"] = hour };
        await File.WriteAllTextAsync(Path.Combine(installation.DataDirectory, "timers", $"{name}.json"), status.ToJsonString());
    }
}
