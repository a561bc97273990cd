namespace WaaS.Logistics.Refurbishment.Pages;

public sealed record PlainForm
{
    public Guid OpId { get; init; }
}

public sealed record CheckForm
{
    public Guid OpId { get; init; }
    public string? Check { get; init; }
    public string? Answer { get; init; }
    public string? Note { get; init; }

    /// <summary>Present where it comes from the page that asks for a note.</summary>
    public string? Asked { get; init; }
}

public sealed record GradeForm
{
    public Guid OpId { get; init; }
    public string? Grade { get; init; }
    public string? SealNumber { get; init; }
}

/// <summary>What is reported about a device on a page of its own.</summary>
public enum Report
{
    Scrap,
    Carrier,
    Seal,
}

public sealed record ReportForm
{
    public Guid OpId { get; init; }
    public string? Reason { get; init; }
    public string? Slot { get; init; }
    public string? CarrierSerial { get; init; }
    public string? SealNumber { get; init; }
}
