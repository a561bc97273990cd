using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Custody.Data;

/// <summary>The log is append-only in the database itself: what was recorded cannot be changed or taken away by any code of ours.</summary>
internal static class CustodyRules
{
    private const string Words = "the custody log is append-only";

    public static readonly DatabaseRules All = new(
        [Sqlite("facts", "UPDATE"), Sqlite("facts", "DELETE"), Sqlite("subjects", "UPDATE"), Sqlite("subjects", "DELETE")],
        [Postgres("facts"), Postgres("subjects")]);

    private static DatabaseRule Sqlite(string table, string act) => new(
        $"custody_{table}_no_{act.ToLowerInvariant()}", $"custody_{table}",
        $"CREATE TRIGGER custody_{table}_no_{act.ToLowerInvariant()} BEFORE {act} ON custody_{table} BEGIN SELECT RAISE(ABORT, '{Words}'); END");

    private static DatabaseRule Postgres(string table) => new(
        $"custody_{table}_append_only", table,
        $"""
         CREATE OR REPLACE FUNCTION custody.append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{Words}'; END $$;
         CREATE TRIGGER custody_{table}_append_only BEFORE DELETE OR UPDATE ON custody.{table} FOR EACH ROW EXECUTE FUNCTION custody.append_only();
         """);
}
