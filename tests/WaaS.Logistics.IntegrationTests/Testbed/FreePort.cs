using System.Net;
using System.Net.Sockets;

namespace WaaS.Logistics.Testbed;

/// <summary>A port nobody else gets while this test process lives, so that a server can be stopped and come back on it.</summary>
internal static class FreePort
{
    // Below the kernel's own range (32768-60999) and below the one tests/testbed takes its servers' ports from.
    private const int First = 12000;
    private const int Last = 19999;
    private static readonly string Reservations = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "waas-ports-" + Environment.UserName)).FullName;
    private static readonly List<FileStream> Held = [];

    public static int Take()
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            var port = Random.Shared.Next(First, Last + 1);
            if (TryReserve(port) && IsFree(port))
                return port;
        }
        throw new InvalidOperationException($"No free port between {First} and {Last}.");
    }

    // The lock goes with the process, however it ends.
    private static bool TryReserve(int port)
    {
        try
        {
            var reservation = new FileStream(Path.Combine(Reservations, port.ToString()), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            lock (Held)
                Held.Add(reservation);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
