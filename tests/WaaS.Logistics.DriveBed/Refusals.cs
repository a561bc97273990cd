using System.Text.Json.Nodes;
using WaaS.Logistics.Tests.Erasure;

namespace WaaS.Logistics.DriveBed;

/// <summary>One situation after the other in which a drive must not be touched, asked with <c>plan</c>.</summary>
internal static class Refusals
{
    public static async Task RunAsync(Bed bed)
    {
        Disk disk = await bed.AddDiskAsync(), other = await bed.AddDiskAsync();
        string place = bed.Folder();
        await bed.TellAsync("free", () => bed.PlanAsync(disk, "--serial", disk.Serial));
        await bed.TellAsync("listed", () => Bed.SayAsync("list", "--data", bed.Station([disk.Place]), "--json"));
        await bed.TellAsync("by-bay", () => Bed.SayAsync("plan", "--bay", "a1", "--data", bed.Station([disk.Place]), "--carrier-only", "--json"));
        await bed.TellAsync("as-an-image", () => Bed.SayAsync("plan", "--image", disk.Path, "--carrier-only", "--json"));
        await bed.TellAsync("no-bays", () => Bed.SayAsync("plan", "--device", disk.Path, "--data", bed.Folder(), "--json"));
        await bed.TellAsync("in-no-bay", () => Bed.SayAsync("plan", "--device", disk.Path, "--data", bed.Station([other.Place]), "--json"));
        await bed.TellAsync("empty-bay", () => Bed.SayAsync("plan", "--bay", "A1", "--data", bed.Station(["/sys/devices/pseudo_0/adapter99"]), "--json"));
        await bed.TellAsync("two-in-one-bay", () => Bed.SayAsync("plan", "--bay", "A1", "--data", bed.Station(["/sys/devices/pseudo_0"]), "--json"));
        await bed.TellAsync("two-in-one-bay-by-name", () => Bed.SayAsync("plan", "--device", disk.Path, "--data", bed.Station(["/sys/devices/pseudo_0"]), "--json"));
        await bed.TellAsync("another-bay", () => Bed.SayAsync("plan", "--bay", "A1", "--device", other.Path, "--data", bed.Station([disk.Place, other.Place]), "--json"));
        await bed.TellAsync("another-serial", () => bed.PlanAsync(disk, "--serial", "OTHER-1"));
        await bed.TellAsync("denied-serial", () => Bed.SayAsync("plan", "--device", disk.Path, "--data", bed.Station([disk.Place], disk.Serial), "--json"));
        await InUseAsync(bed, disk, place);
        await StackedAsync(bed, disk);
        await SystemAsync(bed, disk, other, place);
        await MediaAsync(bed, disk);
    }

    private static async Task InUseAsync(Bed bed, Disk disk, string place)
    {
        await During("mke2fs", ["-q", disk.Path], async () =>
            await During("mount", [disk.Path, place], () => bed.TellAsync("mounted", () => bed.PlanAsync(disk)), "umount", place));
        await During("mkswap", [disk.Path], async () =>
            await During("swapon", [disk.Path], () => bed.TellAsync("swap", () => bed.PlanAsync(disk)), "swapoff", disk.Path));
        await During("addpart", [disk.Path, "1", "2048", "16384"], async () =>
        {
            await bed.TellAsync("partition", () => Bed.SayAsync("plan", "--device", disk.Path + "1", "--data", bed.Station([disk.Place]), "--json"));
            Shell.Run("mke2fs", "-q", disk.Path + "1");
            await During("mount", [disk.Path + "1", place], () => bed.TellAsync("partition-mounted", () => bed.PlanAsync(disk)), "umount", place);
            Shell.Run("mkswap", disk.Path + "1");
            await During("swapon", [disk.Path + "1"], async () =>
            {
                await bed.TellAsync("partition-swap", () => bed.PlanAsync(disk));
                // Everything at once: a plan names all of it.
                await bed.TellAsync("all-at-once", () => Bed.SayAsync("plan", "--device", disk.Path, "--data", bed.Folder(), "--serial", "OTHER-1", "--json"));
            }, "swapoff", disk.Path + "1");
        }, "delpart", disk.Path, "1");
        await During("blockdev", ["--setro", disk.Path], () => bed.TellAsync("read-only", () => bed.PlanAsync(disk)), "blockdev", "--setrw", disk.Path);
        await bed.TellAsync("opened-exclusively", async () =>
        {
            using var wiper = WaaS.Logistics.Erasure.Target.Open(disk.Path, bed.Bays(disk.Place));
            return await bed.PlanAsync(disk);
        });
        await bed.TellAsync("locked-by-flock", async () =>
        {
            using var holder = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("flock", ["-x", disk.Path, "sh", "-c", "echo held; cat"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            await holder.StandardOutput.ReadLineAsync();
            JsonNode said = await bed.PlanAsync(disk);
            holder.StandardInput.Close();
            await holder.WaitForExitAsync();
            return said;
        });
    }

    private static async Task StackedAsync(Bed bed, Disk disk)
    {
        await During("dmsetup", ["create", "--noudevsync", "held", "--table", $"0 8192 linear {disk.Path} 0"], async () =>
        {
            await bed.TellAsync("mapped", () => bed.PlanAsync(disk));
            await bed.TellAsync("mapper-itself", () => Bed.SayAsync("plan", "--device", "/dev/dm-0", "--data", bed.Station(["/sys/devices/virtual/block/dm-0"]), "--json"));
        }, "dmsetup", "remove", "--noudevsync", "held");
        Shell.Run("modprobe", "-d", Environment.GetEnvironmentVariable("WAAS_MODULES")!, "raid1");
        foreach (string format in new[] { "0.90", "1.0", "1.1", "1.2" })
        {
            Shell.Run("mdadm", "--create", "/dev/md0", "--run", "--force", $"--metadata={format}", "--level=1", "--raid-devices=1", disk.Path);
            await bed.TellAsync($"raid-{format}-running", () => bed.PlanAsync(disk));
            Shell.Run("mdadm", "--stop", "/dev/md0");
            await bed.TellAsync($"raid-{format}-member", () => bed.PlanAsync(disk));
            Shell.Run("mdadm", "--zero-superblock", disk.Path);
        }

        await bed.TellAsync("volume-group-member", async () =>
        {
            Shell.Run("pvcreate", "-ff", "-y", "--config", "devices { use_devicesfile=0 } activation { udev_sync=0 udev_rules=0 }", disk.Path);
            return await bed.PlanAsync(disk);
        });
        Shell.Run("dd", "if=/dev/zero", $"of={disk.Path}", "bs=1M", "count=1", "oflag=direct", "status=none");
        await bed.TellAsync("free-again", () => bed.PlanAsync(disk));
    }

    private static async Task SystemAsync(Bed bed, Disk disk, Disk other, string place)
    {
        Shell.Run("mke2fs", "-q", disk.Path);
        await During("mount", [disk.Path, "/boot"], async () =>
        {
            await bed.TellAsync("system-disk", () => bed.PlanAsync(disk));
            // Without the host's number every disk says the same serial: a second path to one disk looks like this.
            Bed.Set("vpd_use_hostno", "0");
            await bed.TellAsync("system-disk-by-another-path", () => bed.PlanAsync(other));
            Bed.Set("vpd_use_hostno", "1");
        }, "umount", "/boot");
        await During("dmsetup", ["create", "--noudevsync", "root", "--table", $"0 32768 linear {disk.Path} 0"], async () =>
        {
            Shell.Run("dmsetup", "mknodes");
            await During("mount", ["/dev/mapper/root", "/boot"], () => bed.TellAsync("system-disk-under-a-mapper", () => bed.PlanAsync(disk)), "umount", "/boot");
        }, "dmsetup", "remove", "--noudevsync", "root");
        await During("mount", [disk.Path, place], async () =>
        {
            Shell.Run("sh", "-c", $"head -c 4194304 /dev/zero > {place}/root.img && mke2fs -q {place}/root.img && mount -o loop {place}/root.img /boot");
            await bed.TellAsync("system-disk-under-a-loop", () => bed.PlanAsync(disk));
            Shell.Run("umount", "/boot");
        }, "umount", place);
        Shell.Run("dd", "if=/dev/zero", $"of={disk.Path}", "bs=1M", "count=4", "oflag=direct", "status=none");
    }

    private static async Task MediaAsync(Bed bed, Disk disk)
    {
        Disk one = await bed.AddDiskAsync(("vpd_use_hostno", "0")), twin = await bed.AddDiskAsync();
        await bed.TellAsync("serial-twice", () => bed.PlanAsync(twin));
        Bed.Set("vpd_use_hostno", "1");
        await File.WriteAllTextAsync(one.Block + "/device/delete", "1");
        await File.WriteAllTextAsync(twin.Block + "/device/delete", "1");
        Disk stick = await bed.AddDiskAsync(("removable", "1"));
        Bed.Set("removable", "0");
        await bed.TellAsync("removable", () => bed.PlanAsync(stick));
        Shell.Run("sh", "-c", $"(head -c 32768 /dev/zero; printf '\\001CD001\\001'; head -c 2041 /dev/zero) | dd of={stick.Path} bs=512 conv=notrunc oflag=direct iflag=fullblock status=none");
        await bed.TellAsync("boot-medium", () => bed.PlanAsync(stick));
        await bed.TellAsync("no-drive", () => Bed.SayAsync("plan", "--device", "/dev/ram0", "--data", bed.Station(["/sys/devices/virtual/block/ram0"]), "--json"));
        await bed.TellAsync("gone", async () =>
        {
            string data = bed.Station([stick.Place]);
            await File.WriteAllTextAsync(stick.Block + "/device/delete", "1");
            return await Bed.SayAsync("plan", "--bay", "A1", "--data", data, "--json");
        });
    }

    private static async Task During(string program, string[] arguments, Func<Task> look, params string[] undo)
    {
        Shell.Run(program, arguments);
        try
        {
            await look();
        }
        finally
        {
            if (undo is [var end, ..])
            {
                Shell.Run(end, undo[1..]);
            }
        }
    }
}
