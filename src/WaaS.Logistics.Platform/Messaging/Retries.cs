using System.Data.Common;
using MassTransit;
using MassTransit.RetryPolicies;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>
/// Three kinds of trouble, three answers: a database out of reach, or without room, holds the endpoint until it is back; two writers at one aggregate try again
/// after a moment; anything else gets three tries and goes to the failed-message page. One policy, since nested ones cut each other off.
/// </summary>
internal sealed class Retries : IRetryPolicy
{
    /// <summary>What the bus's own line about a repeated try begins with.</summary>
    public const string LogMark = "R-RETRY";
    private const int TriesAtContention = 40;
    private static readonly TimeSpan[] PoisonDelays = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500)];
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    public static void Add(IReceiveEndpointConfigurator endpoint) =>
        endpoint.UseMessageRetry(retry => retry.SetRetryPolicy(_ => new Retries()));

    public RetryPolicyContext<T> CreatePolicyContext<T>(T context) where T : class, PipeContext => new PolicyContext<T>(this, context);

    public bool IsHandled(Exception exception) => exception is not (MessageWithoutIdException or TooManyDeathsException or OperationCanceledException);

    public void Probe(ProbeContext context) => context.CreateScope("retries");

    public static bool IsOutOfReach(Exception exception) => KindOf(exception) == TroubleKind.OutOfReach;

    public static bool IsContention(Exception exception) => KindOf(exception) == TroubleKind.Contention;

    private static TroubleKind KindOf(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => TroubleKind.Contention,
        DbUpdateException { InnerException: { } inner } => KindOf(inner),
        InvalidOperationException { InnerException: DbException inner } => KindOf(inner),
        PostgresException { SqlState: "40001" or "40P01" } => TroubleKind.Contention,
        _ when StorageFaults.IsOutOfReach(exception) => TroubleKind.OutOfReach,
        _ => TroubleKind.Poison,
    };

    private static TimeSpan PauseBefore(TroubleKind kind, int attempt) => kind switch
    {
        // The lease is renewed meanwhile; RabbitMQ takes the message back after its 30 minutes and hands it out again.
        TroubleKind.OutOfReach => TimeSpan.FromMilliseconds(Math.Min(500 * Math.Pow(2, Math.Min(attempt, 10)), LongestPause.TotalMilliseconds)),
        TroubleKind.Contention => TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 + 15 * Math.Min(attempt, 20))),
        _ => PoisonDelays[Math.Min(attempt, PoisonDelays.Length - 1)],
    };

    private enum TroubleKind
    {
        OutOfReach,
        Contention,
        Poison,
    }

    private sealed class PolicyContext<T>(Retries policy, T context) : BaseRetryPolicyContext<T>(policy, context) where T : class, PipeContext
    {
        protected override RetryContext<T> CreateRetryContext(Exception exception, CancellationToken cancellationToken) =>
            new Attempt<T>(policy, Context, exception, 0, 0, 0, cancellationToken);
    }

    /// <summary>Counts each kind of trouble apart: a message that once met a locked row has not used up its three tries.</summary>
    private sealed class Attempt<T>(Retries policy, T context, Exception exception, int attempt, int contended, int poisoned, CancellationToken cancel)
        : BaseRetryContext<T>(context, exception, attempt, cancel), RetryContext<T> where T : class, PipeContext
    {
        TimeSpan? RetryContext.Delay => KindOf(Exception) switch
        {
            TroubleKind.Contention => PauseBefore(TroubleKind.Contention, contended),
            TroubleKind.Poison => PauseBefore(TroubleKind.Poison, poisoned),
            _ => PauseBefore(TroubleKind.OutOfReach, RetryAttempt),
        };

        bool RetryContext<T>.CanRetry(Exception exception, out RetryContext<T> retryContext)
        {
            var kind = KindOf(exception);
            var (nowContended, nowPoisoned) = (contended + (kind == TroubleKind.Contention ? 1 : 0), poisoned + (kind == TroubleKind.Poison ? 1 : 0));
            retryContext = new Attempt<T>(policy, Context, exception, RetryAttempt + 1, nowContended, nowPoisoned, CancellationToken);
            return policy.IsHandled(exception) && nowContended < TriesAtContention && nowPoisoned < PoisonDelays.Length;
        }
    }
}
