using System.Globalization;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Station.Benching;

/// <summary>
/// Lets the kernel hold devices at a speed for this process: a blkio cgroup (version 1) of its own, taken away at the end.
/// The limit lies below the engine, as a slow medium does; the engine knows nothing of it.
/// </summary>
internal sealed class SlowDevices : IDisposable
{
    private const string Root = "/sys/fs/cgroup/blkio", Members = "cgroup.procs";
    private const int Tries = 50;
    private readonly string _parent;
    private readonly string _own;

    private SlowDevices(string parent, string own) => (_parent, _own) = (parent, own);

    /// <summary>Null when this machine has no such cgroup or does not let us: then nothing is slowed.</summary>
    public static SlowDevices? TryHold(IEnumerable<Target> targets, long bytesPerSecond)
    {
        if (!File.Exists(Path.Combine(Root, Members)))
        {
            return null;
        }

        string parent = Path.Combine(Root, Mine().TrimStart('/'));
        var slow = new SlowDevices(parent, Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"waas-bench-{Environment.ProcessId}")));
        try
        {
            Directory.CreateDirectory(slow._own);
            foreach (Target target in targets)
            {
                string rule = string.Create(CultureInfo.InvariantCulture, $"{target.Identity.Device} {bytesPerSecond}");
                File.WriteAllText(Path.Combine(slow._own, "blkio.throttle.write_bps_device"), rule);
                File.WriteAllText(Path.Combine(slow._own, "blkio.throttle.read_bps_device"), rule);
            }

            Enter(slow._own, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return slow;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            slow.Dispose();
            return null;
        }
    }

    /// <summary>What was started meanwhile was born in this group, and a group with anybody in it does not go.</summary>
    public void Dispose()
    {
        for (int tries = 0; tries < Tries && !Left(); tries++)
        {
        }
    }

    private bool Left()
    {
        if (!Directory.Exists(_own))
        {
            return true;
        }

        try
        {
            foreach (string process in File.ReadAllLines(Path.Combine(_own, Members)))
            {
                Enter(_parent, process);
            }

            // Its files are the kernel's: the folder goes as it is.
            Directory.Delete(_own);
            return true;
        }
        catch (IOException)
        {
            // One of them has ended, or another was started, between two of these lines.
            return false;
        }
    }

    private static void Enter(string group, string process) => File.WriteAllText(Path.Combine(group, Members), process);

    private static string Mine() =>
        File.ReadLines("/proc/self/cgroup").Select(line => line.Split(':', 3))
            .Where(fields => fields.Length == 3 && fields[1].Split(',').Contains("blkio")).Select(fields => fields[2]).FirstOrDefault("/");
}
