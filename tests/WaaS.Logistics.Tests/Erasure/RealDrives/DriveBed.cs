using System.Diagnostics;

namespace WaaS.Logistics.Tests.Erasure.RealDrives;

/// <summary>A User Mode Linux whose drives the kernel makes: no image, its root is the host's file system.</summary>
public class DriveBed : DriveMachine
{
    private const string Kernel = "/usr/bin/linux.uml", Modules = "/usr/lib/uml/modules";

    protected override string Part => "scsi";

    protected override string Script => "drive-bed-init.sh";

    protected override string Absent => File.Exists(Kernel) && Directory.Exists(Modules) ? "" : "user-mode-linux is not installed: see tests/testbed/install.";

    protected override ProcessStartInfo Start(string work, string script)
    {
        Directory.CreateDirectory(Path.Combine(work, "modroot", "lib"));
        File.CreateSymbolicLink(Path.Combine(work, "modroot", "lib", "modules"), Modules);
        return new("timeout",
            ["-k", "5", "360", Kernel, "mem=1500M", "root=/dev/root", "rootfstype=hostfs", "rootflags=/", "rw", "init=" + script, "con=null", "con0=fd:0,fd:1", "uml_dir=" + work]);
    }
}

/// <summary>Another such machine, in which the drives are programs of our own behind the kernel's SCSI stack.</summary>
public sealed class EmulatedDriveBed : DriveBed
{
    protected override string Part => "emulated";
}

/// <summary>Debian's kernel under QEMU, whose root is the host's file system, read-only: NVMe drives of QEMU's, and our own over TCP. Slow, for there is no help of the processor.</summary>
public sealed class NvmeDriveBed : DriveMachine
{
    private static string Kernel => Environment.GetEnvironmentVariable("WAAS_NVME_KERNEL") ?? "/var/tmp/waas-nvme-kernel";

    protected override string Part => "nvme";

    protected override string Script => "nvme-bed-init.sh";

    protected override string Absent => Environment.GetEnvironmentVariable("WAAS_LONG") != "1" ? "NVMe drives are played only in the long form: WAAS_LONG=1."
        : File.Exists("/usr/bin/qemu-system-x86_64") && Directory.Exists(Path.Combine(Kernel, "lib/modules")) ? ""
        : "QEMU or a kernel for it is not there: see tests/testbed/install-nvme.";

    protected override ProcessStartInfo Start(string work, string script)
    {
        string image = Path.Combine(work, "disk");
        File.WriteAllBytes(image, System.Security.Cryptography.RandomNumberGenerator.GetBytes(8 << 20));
        return new("timeout", ["-k", "5", "700", "bash", Beside("nvme-bed-boot.sh"), Kernel, work, image]);
    }
}

[CollectionDefinition(Name)]
public sealed class DriveBedCollection : ICollectionFixture<DriveBed>
{
    public const string Name = "drive bed";
}

[CollectionDefinition(Name)]
public sealed class EmulatedDriveBedCollection : ICollectionFixture<EmulatedDriveBed>
{
    public const string Name = "emulated drive bed";
}

[CollectionDefinition(Name)]
public sealed class NvmeDriveBedCollection : ICollectionFixture<NvmeDriveBed>
{
    public const string Name = "NVMe drive bed";
}

/// <summary>Another such machine, which wipes drives built into it.</summary>
public sealed class MachineBed : DriveBed
{
    protected override string Part => "machines";
}

[CollectionDefinition(Name)]
public sealed class MachineBedCollection : ICollectionFixture<MachineBed>
{
    public const string Name = "machine bed";
}
