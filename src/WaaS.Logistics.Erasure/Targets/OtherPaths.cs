using System.Text;

namespace WaaS.Logistics.Erasure;

/// <summary>
/// Other devices of this machine that say the same serial: a second path to the same drive, through which it may be in use, or a second part of it (a namespace, a
/// half with arms of its own), which would stay. Only what the system remembers of them is asked: a drive that erases itself must not hold up another.
/// </summary>
internal static class OtherPaths
{
    /// <param name="own">The folder of the drive in sysfs.</param>
    /// <param name="serial">What the drive says.</param>
    /// <param name="blocks">Where sysfs lists the block devices.</param>
    public static IEnumerable<string> To(string own, string serial, string blocks = "/sys/block") =>
        Directory.EnumerateDirectories(blocks).Order(StringComparer.Ordinal)
            .Where(folder => Real(folder) != Real(own) && IsOfItsOwn(folder))
            .Where(folder => string.Equals(SerialOf(folder), serial, StringComparison.OrdinalIgnoreCase))
            .Select(folder => "/dev/" + Path.GetFileName(folder).Replace('!', '/'));

    // The areas an eMMC starts from are devices beside it, and a path of a drive with several is shown by the kernel without a device.
    private static bool IsOfItsOwn(string folder)
    {
        string name = Path.GetFileName(folder);
        return Directory.Exists(Path.Combine(folder, "device")) && File.Exists(Path.Combine(folder, "dev")) && Text(Path.Combine(folder, "hidden")) != "1"
            && !(name.StartsWith("mmcblk", StringComparison.Ordinal) && (name.Contains("boot", StringComparison.Ordinal) || name.Contains("rpmb", StringComparison.Ordinal)));
    }

    private static string? SerialOf(string folder) => Text(Path.Combine(folder, "device/serial")) ?? Text(Path.Combine(folder, "serial")) ?? UnitSerial(Path.Combine(folder, "device/vpd_pg80"));

    // SPC-5, unit serial number page: four bytes before the number, the last two its length.
    private static string? UnitSerial(string file) => KernelFile.Read(file) is { Length: > 4 } page && page[1] == 0x80
        ? DriveText.OrNull(DriveText.Clean(page.AsSpan(4, Math.Min(page.Length - 4, (page[2] << 8) | page[3]))))
        : null;

    private static string? Text(string file) => KernelFile.Read(file) is { } text ? DriveText.OrNull(DriveText.Clean(Encoding.Latin1.GetString(text).TrimEnd('\n'))) : null;

    private static string Real(string folder) => Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder);
}
