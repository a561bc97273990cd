using System.CommandLine;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Data.Backup;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Host.Commands;

internal static class BackupCommand
{
    private static readonly Option<string?> To = new("--to") { Description = "The file to write (default: DATA/backups/waas-TIME.tar).", HelpName = "FILE" };

    private static readonly Option<bool> LeaveOutDamaged = new("--leave-out-damaged") { Description = "Takes a backup of the rest when blobs are damaged or gone. It tells which, the backup tells it too, and so does a restore of it." };

    public static Command Create()
    {
        var command = new Command("backup", "Takes a consistent backup of facts, messages in flight and blobs; also while the product runs. Signing keys are not in it.") { To, LeaveOutDamaged };
        command.SetAction((parsed, cancel) => CommandLine.Guard(() => Ending.Heed(async () =>
        {
            var storage = PlatformSettings.Read(CommandLine.Builder(parsed).Configuration, Catalogue.Names).Storage;
            var taker = new BackupTaker(storage, [.. Catalogue.Services.SelectMany(service => service.Blobs)], TimeProvider.System);
            var target = Path.GetFullPath(parsed.GetValue(To) ?? taker.DefaultTarget);
            var taken = await CommandLine.Sentences(() => Take(storage, taker, target, parsed.GetValue(LeaveOutDamaged), cancel));
            foreach (var gap in taken.LeftOut)
                await Console.Error.WriteLineAsync($"Not in the backup: {gap}");
            Console.WriteLine(taken.File);
            return 0;
        })));
        return command;
    }

    // The running program is asked; only without one do we take the folder's lock ourselves.
    private static async Task<BackupTaken> Take(StorageOptions storage, BackupTaker taker, string target, bool leaveOutDamaged, CancellationToken cancel)
    {
        if (storage.Kind == StorageKind.Postgres)
            return await taker.Take(target, leaveOutDamaged, cancel);
        if (await ControlSocket.Ask(storage, target, leaveOutDamaged, cancel) is { } taken)
            return taken;
        if (!File.Exists(storage.DatabaseFile))
            throw new CommandRefusedException($"There is no database in '{storage.DataFolder}'. Name the folder with --data.");
        using var owner = DataFolderLock.Take(storage.DataFolder);
        return await taker.Take(target, leaveOutDamaged, cancel);
    }
}
