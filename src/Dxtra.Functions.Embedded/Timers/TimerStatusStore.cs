using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Functions.Embedded;

/// <summary>Keeps one small JSON file per timer in the data directory, so that an occurrence missed while no process ran is noticed.</summary>
internal sealed class TimerStatusStore(DataDirectory data)
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(data.Path, "timers")).FullName;

    /// <summary>Null for a timer that has never been seen.</summary>
    public async Task<ScheduleStatus?> ReadAsync(string timer, CancellationToken ct)
    {
        if (!File.Exists(FileOf(timer)))
            return null;
        await using var file = File.OpenRead(FileOf(timer));
        return await JsonSerializer.DeserializeAsync<ScheduleStatus>(file, cancellationToken: ct);
    }

    /// <summary>The old status or the new one is on disk at any moment, never half of one.</summary>
    public async Task WriteAsync(string timer, ScheduleStatus status)
    {
        var temporary = FileOf(timer) + ".new";
        await using (var file = File.Create(temporary))
        {
            await JsonSerializer.SerializeAsync(file, status);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, FileOf(timer), overwrite: true);
    }

    private string FileOf(string timer) => Path.Combine(_folder, timer + ".json");
}
