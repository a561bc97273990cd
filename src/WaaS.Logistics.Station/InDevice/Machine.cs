using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Station.Reporting;

namespace WaaS.Logistics.Station.InDevice;

/// <summary>The machine that is to wipe itself, and which of its starts this is.</summary>
/// <param name="Host">As its firmware names it.</param>
/// <param name="BootId">The kernel's id of this boot.</param>
internal sealed record Machine(HostIdentity Host, Guid BootId)
{
    private const string BootFile = "/proc/sys/kernel/random/boot_id";

    /// <exception cref="IOException">The kernel does not say which boot this is.</exception>
    public static Machine Read() => new(HostMachine.Read(), Guid.Parse(File.ReadAllText(BootFile).Trim()));
}
