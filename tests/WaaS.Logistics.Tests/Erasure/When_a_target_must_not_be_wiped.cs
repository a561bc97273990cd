using WaaS.Logistics.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure;

public sealed class When_a_target_must_not_be_wiped
{
    [Fact]
    public void The_disk_this_machine_runs_from_is_refused()
    {
        string number = File.ReadLines("/proc/self/mountinfo").Select(line => line.Split(' ')).First(fields => fields[4] == "/")[2];
        string? disk = Directory.Exists($"/sys/dev/block/{number}") ? new DirectoryInfo($"/sys/dev/block/{number}").ResolveLinkTarget(true)?.Name : null;
        Assert.SkipWhen(disk is null, "This machine runs from something that is no block device.");
        Assert.Equal(TargetRules.SystemDisk, Refusal($"/dev/{disk}"));
    }

    [Fact]
    public void Every_other_block_device_that_is_no_loop_device_is_refused()
    {
        string[] others = [.. Directory.EnumerateDirectories("/sys/block").Select(Path.GetFileName).Where(name => !name!.StartsWith("loop", StringComparison.Ordinal)).Select(name => $"/dev/{name}").Where(File.Exists)];
        Assert.SkipWhen(others.Length == 0, "This machine has no other block device.");
        Assert.All(others, device => Assert.Contains(Refusal(device), new[] { TargetRules.SystemDisk, TargetRules.NotALoopDevice }));
    }

    [Fact]
    public void A_character_device_a_folder_and_nothing_are_refused()
    {
        using var bench = new Workbench();
        Assert.Equal(TargetRules.NotACarrier, Refusal("/dev/null"));
        Assert.Equal(TargetRules.NotACarrier, Refusal(bench.Folder));
        Assert.Equal(TargetRules.Unreachable, Refusal(bench.Path_("missing.img")));
    }

    [Fact]
    public void A_symbolic_link_is_refused()
    {
        using var bench = new Workbench();
        string link = bench.Path_("link.img");
        File.CreateSymbolicLink(link, bench.Image("disk.img", 4096));
        Assert.Equal(TargetRules.SymbolicLink, Refusal(link));
    }

    [Fact]
    public void A_file_with_a_second_name_is_refused()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 4096);
        Shell.Run("ln", image, bench.Path_("second.img"));
        Assert.Equal(TargetRules.HardLink, Refusal(image));
        Assert.Equal(TargetRules.HardLink, Refusal(bench.Loop(image)));
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        using var bench = new Workbench();
        Assert.Equal(TargetRules.Empty, Refusal(bench.Image("disk.img", 0)));
    }

    [Fact]
    public void A_file_of_the_operating_system_is_refused() => Assert.Equal(TargetRules.SystemFolder, Refusal("/etc/passwd"));

    [Fact]
    public void A_file_under_a_loop_device_is_refused_and_names_the_device()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 1 << 20);
        string device = bench.Loop(image);
        var refused = Assert.Throws<TargetRefusedException>(() => Target.Open(image));
        Assert.Equal(TargetRules.BehindLoop, refused.Rule);
        Assert.Contains(device, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_open_elsewhere_is_refused()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 1 << 20);
        using (File.Open(image, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            Assert.Equal(TargetRules.Held, Refusal(image));
        }

        Target.Open(image).Dispose();
    }

    [Fact]
    public void A_second_opener_is_refused()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 1 << 20), device = bench.Loop(bench.Image("other.img", 1 << 20));
        using Target file = Target.Open(image), loop = Target.Open(device);
        Assert.Equal(TargetRules.Held, Refusal(image));
        Assert.Equal(TargetRules.Held, Refusal(device));
    }

    [Fact]
    public async Task One_held_for_a_moment_as_by_a_program_that_is_being_started_is_not_refused()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 1 << 20);
        // .NET takes the same lock for whoever lets nobody else in.
        FileStream held = File.Open(image, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var opening = new ManualResetEventSlim();
        Task<Target> open = Task.Run(() =>
        {
            opening.Set();
            return Target.Open(image);
        });
        opening.Wait();
        await Task.Delay(60);
        await held.DisposeAsync();
        (await open).Dispose();
    }

    [Fact]
    public void A_mounted_loop_device_is_refused()
    {
        using var bench = new Workbench();
        string device = FileSystemOn(bench, bench.Image("disk.img", 8 << 20));
        string place = Directory.CreateDirectory(bench.Path_("mnt")).FullName;
        Shell.Run("mount", device, place);
        bench.Undo(() => Shell.Run("umount", place));
        Assert.Equal(TargetRules.Mounted, Refusal(device));
    }

    [Fact]
    public void A_loop_device_with_a_mounted_partition_is_refused()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 32 << 20);
        string device = bench.Loop(image);
        // Told to the kernel directly, because not every kernel reads partition tables.
        Shell.Run("addpart", device, "1", "2048", "32768");
        bench.Undo(() => Shell.Run("delpart", device, "1"));
        string part = device + "p1";
        Shell.Run("mke2fs", "-q", part);
        string place = Directory.CreateDirectory(bench.Path_("mnt")).FullName;
        Shell.Run("mount", part, place);
        bench.Undo(() => Shell.Run("umount", place));
        Assert.Equal(TargetRules.Mounted, Refusal(device));
    }

    [Fact]
    public void Swap_space_is_refused()
    {
        using var bench = new Workbench();
        string device = bench.Loop(bench.Image("disk.img", 8 << 20));
        Shell.Run("mkswap", device);
        (int code, _, string errors) = Shell.Try("swapon", device);
        Assert.SkipWhen(code != 0, $"Swap cannot be switched on here: {errors}");
        bench.Undo(() => Shell.Run("swapoff", device));
        Assert.Equal(TargetRules.Swap, Refusal(device));
    }

    [Fact]
    public void A_read_only_loop_device_is_refused()
    {
        using var bench = new Workbench();
        Assert.Equal(TargetRules.ReadOnly, Refusal(bench.Loop(bench.Image("disk.img", 1 << 20), "-r")));
    }

    [Fact]
    public void A_loop_device_on_another_device_is_no_way_around_the_rules()
    {
        using var bench = new Workbench();
        string below = bench.Loop(bench.Image("disk.img", 1 << 20));
        Assert.Equal(TargetRules.LoopOnDevice, Refusal(bench.Loop(below)));
    }

    [Theory]
    [InlineData("--offset=4096")]
    [InlineData("--sizelimit=65536")]
    public void A_loop_device_that_shows_a_part_of_its_file_is_refused(string option)
    {
        using var bench = new Workbench();
        Assert.Equal(TargetRules.HiddenArea, Refusal(bench.Loop(bench.Image("disk.img", 1 << 20), option)));
    }

    [Fact]
    public void A_file_that_ends_inside_a_sector_leaves_a_rest_no_loop_device_shows()
    {
        using var bench = new Workbench();
        Assert.Equal(TargetRules.HiddenArea, Refusal(bench.Loop(bench.Image("disk.img", (1 << 20) + 100))));
    }

    [Fact]
    public void Refusing_writes_nothing()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 1 << 20);
        byte[] before = ImageFile.Read(image);
        bench.Loop(image, "--offset=4096");
        Refusal(image);
        Assert.Equal(before, ImageFile.Read(image));
    }

    private static string FileSystemOn(Workbench bench, string image)
    {
        Shell.Run("mke2fs", "-q", "-F", image);
        return bench.Loop(image);
    }

    private static string Refusal(string path) => Assert.Throws<TargetRefusedException>(() => Target.Open(path).Dispose()).Rule;
}
