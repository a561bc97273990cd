using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Custody.Data;

/// <summary>What can wait in the house. Each word says what is missing; who can do it stands in <c>MatterKinds</c>.</summary>
public enum MatterKind
{
    AwaitingSanitization,
    WipeFailed,
    Reopened,
    Quarantined,
    Discrepancy,
    AwaitingInspection,
    AwaitingPutAway,
    AwaitingPick,
    AwaitingSale,
    SaleInDoubt,
}

/// <summary>
/// Something that waits or waited. Events come in any order, so both times are kept and the later one counts: a closing that arrives before
/// its opening closes all the same.
/// </summary>
internal sealed class Matter : Root
{
    private Matter() { }

    public Matter(MatterKind kind, string key) => (Kind, Key) = (kind, key);

    public MatterKind Kind { get; private set; }
    public string Key { get; private set; } = "";
    public Guid? DeviceId { get; private set; }
    public string Name { get; private set; } = "";
    public string Detail { get; private set; } = "";
    public DateTime? OpenedAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public bool IsOpen { get; private set; }

    public void Open(Guid? device, string name, string detail, DateTime at)
    {
        if (OpenedAt >= at)
            return;
        (DeviceId, Name, Detail, OpenedAt) = (device, name, detail, at);
        Judge();
    }

    public void Close(DateTime at)
    {
        if (ClosedAt >= at)
            return;
        ClosedAt = at;
        Judge();
    }

    private void Judge() => IsOpen = OpenedAt is { } opened && (ClosedAt is not { } closed || closed < opened);
}
