namespace WaaS.Logistics.Erasure;

/// <summary>Which start of this machine this is.</summary>
internal static class MachineStart
{
    /// <summary>The kernel's id of it; null where it does not tell, which is never the same as anything.</summary>
    public static string? Id { get; } = KernelFile.Text("/proc/sys/kernel/random/boot_id");
}
