using System.Globalization;
using System.Net;
using System.Net.Sockets;
using WaaS.Logistics.Tests.Erasure.Drives;

namespace WaaS.Logistics.DriveBed.UserDrives;

/// <summary>An NVMe drive of our own: served over TCP on this machine's loopback, and attached by the kernel's own driver.</summary>
internal sealed class NvmeDrive : IDisposable
{
    private static int _drives;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NvmeController _controller;
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"nqn.2014-08.org.nvmexpress:bed:{_drives++}");
    private string _attached = "";

    public NvmeDrive(EmulatedNvmeDrive drive, string image)
    {
        _controller = new NvmeController(drive, image, _name);
        _listener.Start();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    /// <summary>Plugs it in.</summary>
    public async Task<Disk> AttachAsync()
    {
        int port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        await using (FileStream fabrics = new("/dev/nvme-fabrics", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0))
        {
            string wish = string.Create(CultureInfo.InvariantCulture,
                $"transport=tcp,traddr=127.0.0.1,trsvcid={port},nqn={_name},hostnqn=nqn.2014-08.org.nvmexpress:host,hostid=6f1d8a52-52f5-4a9b-8f2e-0d5a0d4c6b01,nr_io_queues=1,ctrl_loss_tmo=0,keep_alive_tmo=60");
            fabrics.Write(System.Text.Encoding.ASCII.GetBytes(wish));
            byte[] said = new byte[256];
            string answer = System.Text.Encoding.ASCII.GetString(said, 0, fabrics.Read(said));
            _attached = "nvme" + answer.Split(',')[0].Split('=')[1];
        }

        return await Bed.NvmeAppearedAsync(_attached);
    }

    /// <summary>Pulls it out.</summary>
    public void Detach() => File.WriteAllText($"/sys/class/nvme/{_attached}/delete_controller", "1");

    public void Dispose() => _listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                TcpClient client = _listener.AcceptTcpClient();
                client.NoDelay = true;
                new Thread(new NvmeConnection(client.GetStream(), _controller).Serve) { IsBackground = true }.Start();
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // Taken down.
        }
    }
}
