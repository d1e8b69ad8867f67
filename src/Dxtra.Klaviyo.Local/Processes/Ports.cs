using System.Net;
using System.Net.Sockets;

namespace Dxtra.Klaviyo.Local.Processes;

/// <summary>TCP ports on 127.0.0.1.</summary>
internal static class Ports
{
    // Below the ranges from which Linux, macOS and Windows number outgoing connections, so that a port found free stays free.
    private const int First = 20_000;
    private const int Last = 32_000;
    private const int Tries = 200;

    /// <summary>A port that nothing listens on.</summary>
    public static int Free()
    {
        for (var i = 0; i < Tries; i++)
        {
            var port = Random.Shared.Next(First, Last);
            if (IsFree(port))
                return port;
        }

        throw new LauncherException($"No free port was found between {First} and {Last} on 127.0.0.1.");
    }

    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <exception cref="LauncherException">The port is taken; the message names it and the option that changes it.</exception>
    public static void EnsureFree(int port, string option, string what)
    {
        if (!IsFree(port))
        {
            throw new LauncherException(
                $"Port {port} on 127.0.0.1, meant for {what}, is in use. Choose another with {option}, or end what listens there.");
        }
    }
}
