using System.CommandLine;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Data.Backup;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Host.Commands;

internal static class BackupCommand
{
    private static readonly Option<string?> To = new("--to") { Description = "The file to write (default: DATA/backups/waas-TIME.tar).", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("backup", "Takes a consistent backup of facts, messages in flight and blobs; also while the product runs. Signing keys are not in it.") { To };
        command.SetAction((parsed, cancel) => CommandLine.Guard(async () =>
        {
            var storage = PlatformSettings.Read(CommandLine.Builder(parsed).Configuration, Catalogue.Names).Storage;
            var taker = new BackupTaker(storage, TimeProvider.System);
            var target = Path.GetFullPath(parsed.GetValue(To) ?? taker.DefaultTarget);
            Console.WriteLine(await CommandLine.Sentences(() => Take(storage, taker, target, cancel)));
            return 0;
        }));
        return command;
    }

    // The running program is asked; only without one do we take the folder's lock ourselves.
    private static async Task<string> Take(StorageOptions storage, BackupTaker taker, string target, CancellationToken cancel)
    {
        if (storage.Kind == StorageKind.Postgres)
            return await taker.Take(target, cancel);
        if (await ControlSocket.Ask(storage, "backup " + target, cancel) is { } answer)
            return answer.StartsWith("ok ", StringComparison.Ordinal) ? answer[3..] : throw new CommandRefusedException(answer);
        if (!File.Exists(storage.DatabaseFile))
            throw new CommandRefusedException($"There is no database in '{storage.DataFolder}'. Name the folder with --data.");
        using var owner = DataFolderLock.Take(storage.DataFolder);
        return await taker.Take(target, cancel);
    }
}
