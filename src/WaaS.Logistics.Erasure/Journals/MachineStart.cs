namespace WaaS.Logistics.Erasure;

/// <summary>Which start of this machine this is.</summary>
internal static class MachineStart
{
    /// <summary>The kernel's id of it; null where it does not tell, which is never the same as anything.</summary>
    public static string? Id { get; } = Read("/proc/sys/kernel/random/boot_id");

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
