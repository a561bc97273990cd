namespace WaaS.Logistics.Platform.Data;

/// <summary>
/// What both databases refuse, whoever asks, written once: <c>{t}</c> is the prefix of a table, NEW and OLD mean the same in both.
/// </summary>
/// <param name="Table">The table it stands on, without prefix or schema.</param>
/// <param name="On">INSERT, UPDATE or DELETE.</param>
/// <param name="When">Refuses while this holds. A comparison with NULL does not hold.</param>
/// <param name="Message">The words it refuses with.</param>
/// <param name="WaitsFor">
/// Rows (<c>{t}table alias WHERE ...</c>) which PostgreSQL locks first, so that what the rule sees is what stands; on SQLite there is one writer at a time.
/// </param>
public sealed record RefusalRule(string Name, string Table, string On, string When, string Message, string? WaitsFor = null)
{
    /// <param name="service">Schema on PostgreSQL, prefix of tables and triggers on SQLite.</param>
    /// <param name="postgresPrefix">Before the names of the triggers on PostgreSQL.</param>
    public static DatabaseRules All(string service, IEnumerable<RefusalRule> rules, string postgresPrefix = "")
    {
        RefusalRule[] known = [.. rules];
        return new([.. known.Select(rule => rule.ForSqlite(service))], [.. known.Select(rule => rule.ForPostgres(service, postgresPrefix + rule.Name))]);
    }

    private DatabaseRule ForSqlite(string service) => new($"{service}_{Name}", $"{service}_{Table}",
        $"""
        CREATE TRIGGER {service}_{Name} BEFORE {On} ON {service}_{Table}
        WHEN {When.Replace("{t}", service + "_")}
        BEGIN SELECT RAISE(ABORT, '{Message}'); END
        """);

    private DatabaseRule ForPostgres(string service, string trigger) => new(trigger, Table,
        $"""
        CREATE OR REPLACE FUNCTION {service}.{Name}() RETURNS trigger LANGUAGE plpgsql AS $rule$
        BEGIN
        {Wait(service)}  IF {When.Replace("{t}", service + ".")} THEN RAISE EXCEPTION '{Message}'; END IF;
          RETURN {(On == "DELETE" ? "OLD" : "NEW")};
        END $rule$;
        CREATE TRIGGER {trigger} BEFORE {On} ON {service}.{Table} FOR EACH ROW EXECUTE FUNCTION {service}.{Name}();
        """);

    // Not FOR UPDATE: that would wait for the key checks of everybody's new rows too, each of whom then waits for it (a deadlock). Changes wait for one another either way.
    private string Wait(string service) => WaitsFor is null ? "" : $"  PERFORM 1 FROM {WaitsFor.Replace("{t}", service + ".")} FOR NO KEY UPDATE;\n";
}
