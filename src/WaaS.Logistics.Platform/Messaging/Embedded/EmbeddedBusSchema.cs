using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>The tables of the embedded bus, and what a start does with the leases of a process that died.</summary>
public static class EmbeddedBusSchema
{
    private const int Version = 1;

    // All times are UTC in Unix milliseconds. due = when a delivery may be taken: sent, delayed, or (while leased) the end of the lease.
    private const string Create = """
        CREATE TABLE bus_topic (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE);
        CREATE TABLE bus_queue (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            type INTEGER NOT NULL CHECK (type IN (1, 2, 3)),
            temporary INTEGER NOT NULL DEFAULT 0,
            max_delivery_count INTEGER NOT NULL,
            UNIQUE (name, type));
        CREATE TABLE bus_topic_subscription (
            id INTEGER PRIMARY KEY,
            source_id INTEGER NOT NULL REFERENCES bus_topic (id),
            destination_id INTEGER NOT NULL REFERENCES bus_topic (id),
            routing_key TEXT NOT NULL DEFAULT '',
            UNIQUE (source_id, destination_id, routing_key));
        CREATE TABLE bus_queue_subscription (
            id INTEGER PRIMARY KEY,
            topic_id INTEGER NOT NULL REFERENCES bus_topic (id),
            queue_id INTEGER NOT NULL REFERENCES bus_queue (id) ON DELETE CASCADE,
            routing_key TEXT NOT NULL DEFAULT '',
            UNIQUE (topic_id, queue_id, routing_key));
        CREATE TABLE bus_message (
            id INTEGER PRIMARY KEY,
            transport_message_id TEXT NOT NULL,
            message_id TEXT, correlation_id TEXT, conversation_id TEXT, request_id TEXT, initiator_id TEXT,
            source_address TEXT, destination_address TEXT, response_address TEXT, fault_address TEXT,
            content_type TEXT, message_type TEXT, routing_key TEXT, scheduling_token_id TEXT,
            sent_time INTEGER, expiration_time INTEGER,
            headers TEXT,
            body TEXT NOT NULL);
        CREATE INDEX bus_message_scheduled ON bus_message (scheduling_token_id) WHERE scheduling_token_id IS NOT NULL;
        CREATE TABLE bus_delivery (
            id INTEGER PRIMARY KEY,
            message_id INTEGER NOT NULL REFERENCES bus_message (id),
            queue_id INTEGER NOT NULL REFERENCES bus_queue (id),
            enqueue_time INTEGER NOT NULL,
            due INTEGER NOT NULL,
            lock_id BLOB,
            delivery_count INTEGER NOT NULL DEFAULT 0,
            suspect INTEGER NOT NULL DEFAULT 0,
            started INTEGER,
            deaths INTEGER NOT NULL DEFAULT 0,
            transport_headers TEXT);
        CREATE INDEX bus_delivery_due ON bus_delivery (queue_id, due);
        CREATE INDEX bus_delivery_message ON bus_delivery (message_id);
        CREATE INDEX bus_delivery_suspect ON bus_delivery (queue_id, deaths) WHERE suspect = 1;
        """;

    /// <summary>Creates the tables where they are missing. May be called at every start.</summary>
    /// <exception cref="Services.SettingsException">The file was written by a newer version of the program.</exception>
    public static Task Ensure(SqliteWriter writer) => writer.RunAsync(turn =>
    {
        turn.Statement("CREATE TABLE IF NOT EXISTS bus_schema (version INTEGER NOT NULL)").Run();
        var found = turn.Statement("SELECT max(version) FROM bus_schema").Number() ?? 0;
        if (found > Version)
            throw new Services.SettingsException(
                $"The bus tables have version {found}, this program knows {Version}: start the newer program, or restore a backup made before the update.");
        if (found == Version)
            return;
        using var create = turn.Command(Create);
        create.ExecuteNonQuery();
        turn.Statement("INSERT INTO bus_schema (version) VALUES (@version)").With("@version", Version).Run();
    });

    /// <summary>
    /// Frees what a dead process held. To be called once at start, by the sole owner of the file, before the bus starts: whatever is
    /// leased now was leased at a death, and becomes a suspect; only a suspect that was being handled again counts a death.
    /// </summary>
    public static Task<ReleasedLeases> ReleaseLeases(SqliteWriter writer) => writer.RunAsync(DeadProcess.Release);
}

/// <param name="Freed">Deliveries leased when the process died; they are delivered again.</param>
/// <param name="Deaths">How many of them had been under suspicion and were being handled: each counts one death more.</param>
/// <param name="GivenUp">Deliveries moved to their error queue because even the pipeline could not reject them.</param>
public sealed record ReleasedLeases(int Freed, int Deaths, int GivenUp);
