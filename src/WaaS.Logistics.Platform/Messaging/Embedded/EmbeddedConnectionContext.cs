using System.Data;
using MassTransit;
using MassTransit.Middleware;
using MassTransit.SqlTransport;
using MassTransit.SqlTransport.Configuration;
using MassTransit.Transports;
using Microsoft.Data.Sqlite;
using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

internal sealed class EmbeddedConnectionContextFactory(ISqlHostConfiguration host, EmbeddedBusStore store) : ConnectionContextFactory
{
    protected override ConnectionContext CreateConnection(ITransportSupervisor<ConnectionContext> supervisor) =>
        new EmbeddedConnectionContext(host, store, supervisor.Stopped);
}

internal sealed class EmbeddedConnectionContext(ISqlHostConfiguration host, EmbeddedBusStore store, CancellationToken stopped)
    : BasePipeContext(stopped), ConnectionContext
{
    public Uri HostAddress => host.HostAddress;

    public string? Schema => null;

    public IsolationLevel IsolationLevel => IsolationLevel.Serializable;

    public ClientContext CreateClientContext(CancellationToken cancellationToken) => new EmbeddedClientContext(this, store, cancellationToken);

    public async Task<ISqlTransportConnection> CreateConnection(CancellationToken cancellationToken) =>
        new ReaderConnection(await OpenReader(cancellationToken));

    public Task DelayUntilMessageReady(long queueId, TimeSpan timeout, CancellationToken cancellationToken) =>
        store.Signals.For(queueId).WaitAsync(timeout, cancellationToken);

    /// <summary>Reads only: a connection for reading refuses to write.</summary>
    public async Task<T> Query<T>(Func<IDbConnection, IDbTransaction, Task<T>> callback, CancellationToken cancellationToken)
    {
        await using var connection = await OpenReader(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: true);
        var answer = await callback(connection, transaction);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    private async Task<SqliteConnection> OpenReader(CancellationToken cancel)
    {
        var connection = new SqliteConnection(store.ReaderConnectionString);
        await connection.OpenAsync(cancel);
        SqlitePragmas.ForReader(connection);
        return connection;
    }

    private sealed class ReaderConnection(SqliteConnection connection) : ISqlTransportConnection
    {
        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
