using System.Diagnostics;
using Npgsql;

namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>PostgreSQL's own tools make and read the dump: one snapshot of all schemas.</summary>
internal static class PostgresDump
{
    /// <summary>Under this name pg_restore is known to the server.</summary>
    public const string RestoresAs = "waas restore";

    public static Task Take(string connectionString, string target, CancellationToken cancel)
    {
        DataFolder.MakeFile(target);
        return Run("pg_dump", connectionString, ["--format=custom", "--no-owner", "--file", target], cancel);
    }

    public static Task Restore(string connectionString, string dump, CancellationToken cancel) =>
        Run("pg_restore", connectionString, ["--exit-on-error", "--single-transaction", "--no-owner", "--dbname", new NpgsqlConnectionStringBuilder(connectionString).Database!, dump], cancel);

    private static async Task Run(string tool, string connectionString, string[] arguments, CancellationToken cancel)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true };
        start.Environment["PGHOST"] = to.Host;
        start.Environment["PGPORT"] = $"{to.Port}";
        start.Environment["PGUSER"] = to.Username;
        if (tool == "pg_restore")
            start.Environment["PGAPPNAME"] = RestoresAs;
        start.Environment["PGDATABASE"] = to.Database;
        // By environment, because arguments are open to everybody on the machine.
        start.Environment["PGPASSWORD"] = to.Password;
        using var process = Start(start, tool);
        try
        {
            var complaint = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{tool} ended with {process.ExitCode}: {complaint.Trim()}");
        }
        finally
        {
            // Given up here, it would go on by itself.
            if (!process.HasExited)
                process.Kill();
        }
    }

    private static Process Start(ProcessStartInfo start, string tool)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"{tool} is not installed here. It comes with PostgreSQL's client tools (Debian: postgresql-client).", e);
        }
    }
}
