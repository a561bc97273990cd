using Microsoft.Data.Sqlite;
using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>
/// Commands kept between write turns, because preparing a statement costs more than running it. Only ever used on the writer's thread.
/// </summary>
internal sealed class PreparedStatements
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(ReferenceEqualityComparer.Instance);

    public SqliteCommand For(WriteTurn turn, string sql)
    {
        if (!_commands.TryGetValue(sql, out var command))
            _commands[sql] = command = turn.Command(sql);
        command.Transaction = turn.Transaction;
        return command;
    }
}

internal static class StatementParameters
{
    public static SqliteCommand With(this SqliteCommand command, string name, object? value)
    {
        var index = command.Parameters.IndexOf(name);
        if (index < 0)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        else
            command.Parameters[index].Value = value ?? DBNull.Value;
        return command;
    }

    public static long? Number(this SqliteCommand command) => command.ExecuteScalar() is long number ? number : null;
}
