using System.Diagnostics;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure.Served;

/// <summary>A loop device on a disk that another process serves (nbdkit behind nbdfuse): its faults lie below the block layer.</summary>
internal sealed class ServedDisk : IDisposable
{
    private readonly Workbench _bench = new();
    private readonly Process _server;

    public ServedDisk(long bytes)
    {
        Assert.SkipWhen(!File.Exists("/usr/bin/nbdkit") || !File.Exists("/usr/bin/nbdfuse"), "nbdkit and nbdfuse are not installed (nbdkit, nbdkit-plugin-python, libnbd-bin).");
        Image = _bench.Image("disk.img", bytes);
        string place = Directory.CreateDirectory(_bench.Path_("served")).FullName, disk = Path.Combine(place, "disk");
        string script = Path.Combine(AppContext.BaseDirectory, "Erasure", "Served", "served-disk.py");
        _server = Process.Start(new ProcessStartInfo(
            "nbdfuse", [disk, "--command", "nbdkit", "-s", "python", script, $"folder={_bench.Folder}"])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true,
        })!;
        _bench.Undo(() =>
        {
            _server.WaitForExit();
            _server.Dispose();
        });
        _bench.Undo(() => Shell.Try("umount", "-l", place));
        long began = Stopwatch.GetTimestamp();
        while (!File.Exists(disk))
        {
            string? failed = _server.HasExited ? _server.StandardError.ReadToEnd()
                : Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(60) ? "no disk after a minute" : null;
            if (failed is not null)
            {
                _bench.Dispose();
                throw new InvalidOperationException(failed);
            }

            TestContext.Current.CancellationToken.WaitHandle.WaitOne(20);
        }

        Device = _bench.DirectLoop(disk);
    }

    public string Image { get; }

    public string Device { get; }

    /// <summary>From now on the disk is so.</summary>
    public void Is(string faults)
    {
        string path = _bench.Path_("fault.json");
        File.WriteAllText(path + ".new", faults);
        File.Move(path + ".new", path, overwrite: true);
    }

    public WaaS.Logistics.Erasure.WipeResult Wipe() => Wiping.Wipe(Device, _bench);

    public void Dispose()
    {
        Is("{}");
        _bench.Dispose();
    }
}
