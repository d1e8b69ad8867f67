using System.Net.Sockets;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>Finds out whether anything listens at an address.</summary>
internal static class Ear
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<bool> HearsAsync(Uri address)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public static Task WaitForSilenceAsync(Uri address) =>
        Poll.UntilAsync(() => HearsAsync(address), heard => !heard, Patience, $"The end of what listens at {address}");
}
