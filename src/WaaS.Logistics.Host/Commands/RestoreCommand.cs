using System.CommandLine;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Data.Backup;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Host.Commands;

internal static class RestoreCommand
{
    private static readonly Argument<string> Backup = new("BACKUP") { Description = "The file 'waas backup' wrote." };

    public static Command Create()
    {
        var command = new Command("restore", "Restores a backup into an empty data folder (and an empty PostgreSQL database), checks every hash, and proves that the product can start on it.") { Backup };
        command.SetAction((parsed, cancel) => CommandLine.Guard(() => Ending.Heed(async () =>
        {
            var builder = CommandLine.Builder(parsed);
            var settings = PlatformSettings.Read(builder.Configuration, Catalogue.Names);
            var restored = await CommandLine.Sentences(async () =>
            {
                DataFolder.Make(settings.Storage.DataFolder);
                using (settings.Storage.Kind == StorageKind.Sqlite ? DataFolderLock.Take(settings.Storage.DataFolder) : null)
                    return await new BackupRestorer(settings.Storage).Restore(parsed.GetRequiredValue(Backup), cancel);
            });
            await using var host = ProductHost.Build(builder);
            await host.App.Services.GetRequiredService<Startup>().Prepare(cancel);
            foreach (var gap in restored.LeftOut)
                await Console.Error.WriteLineAsync($"Left out when the backup was taken: {gap}");
            Console.WriteLine($"Restored into {settings.Storage.DataFolder}; the product can start on it. Messages to be sent again: {restored.SentAgain}.");
            return 0;
        })));
        return command;
    }
}
