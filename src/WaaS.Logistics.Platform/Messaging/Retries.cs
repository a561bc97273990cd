using System.Data.Common;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>
/// Three kinds of trouble, three answers: a database out of reach holds the endpoint until it is back; two writers at one aggregate try again
/// after a moment; anything else gets three tries and goes to the failed-message page.
/// </summary>
internal static class Retries
{
    public static void Add(IReceiveEndpointConfigurator endpoint)
    {
        // Outermost. The lease is renewed meanwhile; RabbitMQ takes the message back after its 30 minutes and hands it out again.
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<DbException>(e => IsOutOfReach(e));
            retry.Handle<DbUpdateException>(e => e.InnerException is DbException inner && IsOutOfReach(inner));
            retry.Handle<InvalidOperationException>(e => e.InnerException is DbException inner && IsOutOfReach(inner));
            retry.Exponential(int.MaxValue, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(1));
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<DbUpdateConcurrencyException>();
            retry.Handle<DbException>(IsContention);
            retry.Handle<DbUpdateException>(e => e.InnerException is DbException inner && IsContention(inner));
            retry.Intervals([.. Enumerable.Range(1, 40).Select(Jittered)]);
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<DbUpdateConcurrencyException>();
            retry.Ignore<DbException>();
            retry.Ignore<MessageWithoutIdException>();
            retry.Ignore<TooManyDeathsException>();
            retry.Ignore<DbUpdateException>(e => e.InnerException is DbException inner && (IsOutOfReach(inner) || IsContention(inner)));
            retry.Intervals(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500));
        });
        endpoint.UseFilter(new DeathLimit());
    }

    // Npgsql says so itself; SQLite in the same process is never out of reach.
    private static bool IsOutOfReach(DbException e) => e is Npgsql.NpgsqlException and not Npgsql.PostgresException || e is Npgsql.PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" };

    private static bool IsContention(DbException e) => e is Npgsql.PostgresException { SqlState: "40001" or "40P01" };

    private static TimeSpan Jittered(int attempt) => TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 + 15 * attempt));
}
