namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>A hand-over of the carrier or its device.</summary>
public sealed record HandOver
{
    /// <summary>When.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Who gave it.</summary>
    public string? From { get; init; }

    /// <summary>Who took it.</summary>
    public string? To { get; init; }

    /// <summary>Seal.</summary>
    public string? Seal { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }
}

/// <summary>Where the carrier goes.</summary>
public sealed record DestinationDetails
{
    /// <summary>Resale, return, recycling.</summary>
    public string? Destination { get; init; }

    /// <summary>Whether labels of the customer were removed.</summary>
    public bool? LabelsRemoved { get; init; }

    /// <summary>When it was released.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }
}
