using System.CommandLine;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Host.Commands;

internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the tables of all enabled services to this program's state, and ends. On SQLite a copy of the database is kept first.");
        command.SetAction((parsed, cancel) => CommandLine.Guard(() => Ending.Heed(async () =>
        {
            await using var host = ProductHost.Build(CommandLine.Builder(parsed));
            await host.App.Services.GetRequiredService<Migrator>().Migrate(cancel);
            Console.WriteLine("The tables are up to date.");
            return 0;
        })));
        return command;
    }
}
