namespace WaaS.Logistics.Platform.Data;

/// <summary>
/// Triggers (with their functions on PostgreSQL) that hold an invariant below the code. They are laid again after every migration, since
/// EF's table rebuild on SQLite drops them, and a start refuses when the database differs from this list.
/// </summary>
public sealed record DatabaseRules(IReadOnlyList<DatabaseRule> Sqlite, IReadOnlyList<DatabaseRule> Postgres)
{
    public static readonly DatabaseRules None = new([], []);

    public IReadOnlyList<DatabaseRule> For(StorageKind kind) => kind == StorageKind.Sqlite ? Sqlite : Postgres;
}

/// <param name="Trigger">The trigger's name, unique in the database.</param>
/// <param name="Table">The table it stands on, as the database names it.</param>
/// <param name="Create">
/// The statement that creates it. On PostgreSQL the function it calls comes first, as CREATE OR REPLACE, in the same text.
/// </param>
public sealed record DatabaseRule(string Trigger, string Table, string Create);
