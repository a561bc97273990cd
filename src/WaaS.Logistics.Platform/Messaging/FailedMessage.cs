using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Messaging;

public enum FailedMessageState
{
    Open,
    Retried,
    Discarded,
}

/// <summary>A message no consumer could apply. It waits for a person, who tries it again or discards it with a reason.</summary>
public sealed class FailedMessage : Root
{
    private FailedMessage() { }

    public FailedMessage(Guid messageId, string queue) => (MessageId, Queue) = (messageId, queue);

    public Guid MessageId { get; private set; }
    public string Queue { get; private set; } = "";
    public string? Type { get; private set; }
    public string Body { get; private set; } = "";

    /// <summary>The identifier of the device the message speaks of, if its body names one.</summary>
    public string? Device { get; private set; }

    public string Fault { get; private set; } = "";
    public string Detail { get; private set; } = "";

    /// <summary>Who, where and when, as the message said: kept so that trying again does not make the admin the actor.</summary>
    public string Actor { get; private set; } = "unknown";
    public string ActorName { get; private set; } = "unknown";
    public string? Station { get; private set; }
    public string? Place { get; private set; }
    public DateTime? OccurredAt { get; private set; }
    public DateTime? RecordedAt { get; private set; }
    public int Failures { get; private set; }
    public DateTime FirstFailedAt { get; private set; }
    public DateTime LastFailedAt { get; private set; }
    public FailedMessageState State { get; private set; }
    public string? Reason { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }

    public void Fail(string? type, string body, string? device, string fault, string detail, DateTime now)
    {
        (Type, Body, Device, Fault, Detail) = (type, body, device, fault, detail);
        Failures++;
        if (FirstFailedAt == default)
            FirstFailedAt = now;
        LastFailedAt = now;
        State = FailedMessageState.Open;
    }

    public void CameFrom(Origin origin, DateTime? recordedAt) =>
        (Actor, ActorName, Station, Place, OccurredAt, RecordedAt) = (origin.Actor, origin.ActorName, origin.Station, origin.Place, origin.OccurredAt, recordedAt);

    public void Retry(string by, DateTime now) => Decide(FailedMessageState.Retried, null, by, now);

    public void Discard(string reason, string by, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new ArgumentException("A message is discarded only with a reason: say why its fact is not needed.", nameof(reason));
        Decide(FailedMessageState.Discarded, reason.Trim(), by, now);
    }

    private void Decide(FailedMessageState state, string? reason, string by, DateTime now)
    {
        if (State != FailedMessageState.Open)
            throw new InvalidOperationException($"The message is {State} already, since {DecidedAt:u} by {DecidedBy}.");
        (State, Reason, DecidedBy, DecidedAt) = (state, reason, by, now);
    }
}
