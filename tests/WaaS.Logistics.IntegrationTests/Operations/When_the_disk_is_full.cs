using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Operations;

public abstract class When_the_disk_is_full(IStack stack)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_program_is_not_ready_until_there_is_room_again()
    {
        using var disk = new SmallDisk("size=90m");
        await using var waas = await WaasProcess.Start(disk.Folder, stack, null, "--set", "Waas:KeepFreeMegabytes=10");
        disk.LeaveFree(5_000_000);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready: disk space"), await Until(waas, HttpStatusCode.ServiceUnavailable));
        Assert.Equal("live", await waas.Http.GetStringAsync("/health/live"));
        disk.Empty();
        await Until(waas, HttpStatusCode.OK);
        disk.LeaveFree(0);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready: data folder"), await Until(waas, HttpStatusCode.ServiceUnavailable));
        disk.Empty();
        await Until(waas, HttpStatusCode.OK);
    }

    private static async Task<(HttpStatusCode, string)> Until(WaasProcess waas, HttpStatusCode wanted)
    {
        (HttpStatusCode Status, string Text) said = default;
        await Poll.Until(async () =>
        {
            using var answer = await waas.Http.GetAsync("/health/ready");
            said = (answer.StatusCode, await answer.Content.ReadAsStringAsync());
            return said.Status == wanted;
        }, Soon, $"/health/ready answers {wanted}");
        return said;
    }
}

public sealed class When_the_disk_is_full_on_sqlite() : When_the_disk_is_full(new EmbeddedStack());

public sealed class When_the_disk_is_full_on_servers(ServerStack stack) : When_the_disk_is_full(stack), IClassFixture<ServerStack>;

public class When_the_data_folder_is_looked_at
{
    [Fact]
    public void One_that_is_read_only_or_gone_is_said_to_be_that_and_nothing_is_left_in_one_that_is_not()
    {
        using var disk = new SmallDisk("size=1m");
        Assert.Null(Room(disk.Folder).Missing());
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk.Folder));
        disk.MakeReadOnly();
        Assert.Equal("data folder", Room(disk.Folder).Missing());
        Assert.Equal("data folder", Room(Path.Combine(disk.Folder, "gone")).Missing());
    }

    [Fact]
    public void A_disk_without_a_free_file_is_full_too()
    {
        using var disk = new SmallDisk("size=1m,nr_inodes=3");
        Assert.Null(Room(disk.Folder).Missing());
        for (var i = 0; i < 2; i++)
            File.Create(Path.Combine(disk.Folder, $"{i}")).Dispose();
        Assert.Equal("data folder", Room(disk.Folder).Missing());
    }

    [Fact]
    public void A_hundred_megabytes_are_kept_free_unless_told_otherwise()
    {
        using var disk = new SmallDisk("size=90m");
        Assert.Equal("disk space", Room(disk.Folder, megabytes: null).Missing());
        Assert.Null(Room(disk.Folder, "80").Missing());
    }

    private static DataFolderRoom Room(string folder, string? megabytes)
    {
        var told = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Waas:Data"] = folder, ["Waas:KeepFreeMegabytes"] = megabytes }).Build();
        return new(PlatformSettings.Read(told, []).Storage, TimeProvider.System, NullLogger<DataFolderRoom>.Instance);
    }

    private static DataFolderRoom Room(string folder) => new(new StorageOptions { DataFolder = folder }, TimeProvider.System, NullLogger<DataFolderRoom>.Instance);
}

/// <summary>A file system of its own in memory. Needs root, as wiping does.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder _folder = new();
    private string Ballast => Path.Combine(Folder, "ballast");

    public SmallDisk(string options) => Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", Folder);

    public string Folder => _folder.Path;

    public void LeaveFree(long bytes)
    {
        Empty();
        using var file = File.Create(Ballast);
        try
        {
            var block = new byte[4096];
            while (new DriveInfo(Folder).AvailableFreeSpace > bytes)
                file.Write(block);
            file.Flush();
        }
        catch (IOException) when (bytes == 0)
        {
            // Whoever else writes there took the last of it.
        }
    }

    public void Empty() => File.Delete(Ballast);

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Folder);

    public void Dispose()
    {
        Run("umount", "--lazy", Folder);
        _folder.Dispose();
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {said}");
    }
}
