using System.Diagnostics;

namespace WaaS.Logistics.Platform.Messaging;

internal static class RelayActivity
{
    public const string SourceName = "WaaS.Logistics.Outbox";
    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Takes up the trace of the request that wrote the row; without it every relayed message would begin a trace of its own.</summary>
    public static Activity? Start(OutboxMessage row) =>
        ActivityContext.TryParse(row.TraceParent, null, out var parent)
            ? Source.StartActivity("relay", ActivityKind.Internal, parent)
            : Source.StartActivity("relay", ActivityKind.Internal, default(ActivityContext));
}
