using System.Diagnostics;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Operations;

/// <summary>kill -9 in the middle of a backup leaves a copy of everything beside its target, until the next one.</summary>
public abstract class When_a_backup_is_killed(IStack stack)
{
    private const UnixFileMode Others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    [Fact]
    public async Task The_next_one_takes_away_what_it_left()
    {
        using var folder = new TempFolder();
        var (data, backups) = (folder["data"], Directory.CreateDirectory(folder["backups"]).FullName);
        Assert.Equal(0, (await WaasProgram.Run(stack, "migrate", "--data", data)).ExitCode);
        await BlobFile.Put(data, BlobFile.Big);
        using (var killed = Process.Start(WaasProgram.Command(stack, "backup", "--data", data, "--to", Path.Combine(backups, "first.tar")))!)
        {
            await Poll.Until(() => Left(backups).Any(file => new FileInfo(file).Length > 0), TimeSpan.FromSeconds(60), "the backup has begun");
            killed.Kill();
            await killed.WaitForExitAsync();
        }
        Assert.NotEmpty(Left(backups));
        Assert.All(Left(backups), file => Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(file) & Others));

        var next = await WaasProgram.Run(stack, "backup", "--data", data, "--to", Path.Combine(backups, "next.tar"));
        Assert.True(next.ExitCode == 0, next.Errors);
        Assert.Equal([Path.Combine(backups, "next.tar")], Directory.GetFileSystemEntries(backups));
    }

    private static string[] Left(string backups) => Directory.GetFiles(backups, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None });
}

public sealed class When_a_backup_is_killed_embedded() : When_a_backup_is_killed(new EmbeddedStack());

public sealed class When_a_backup_is_killed_on_servers(ServerStack stack) : When_a_backup_is_killed(stack), IClassFixture<ServerStack>;
