namespace Dxtra.Klaviyo.Local.App;

/// <summary>Asks an address until it answers with success.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task UntilHealthyAsync(Uri address, CancellationToken ct)
    {
        using var http = new HttpClient();
        using var timer = new PeriodicTimer(Pause);
        while (!await IsHealthyAsync(http, address, ct))
            await timer.WaitForNextTickAsync(ct);
    }

    private static async Task<bool> IsHealthyAsync(HttpClient http, Uri address, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(address, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
