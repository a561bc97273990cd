namespace WaaS.Logistics.Documents.PickList;

/// <summary>A pick list to walk the bins with.</summary>
public sealed record PickListPdfInput
{
    /// <summary>Number of the list.</summary>
    public required string Number { get; init; }

    /// <summary>When it was made, with the site's offset.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whose stock it is.</summary>
    public required string Issuer { get; init; }

    /// <summary>For whom the units are.</summary>
    public string? Customer { get; init; }

    /// <summary>Order.</summary>
    public string? Order { get; init; }

    /// <summary>Wave.</summary>
    public string? Wave { get; init; }

    /// <summary>Who picks.</summary>
    public string? Picker { get; init; }

    /// <summary>Note for the person who picks.</summary>
    public string? Note { get; init; }

    /// <summary>In any order; printed by bin. At least one.</summary>
    public required IReadOnlyList<PickLine> Lines { get; init; }
}

/// <summary>One stock unit to take out of its bin.</summary>
public sealed record PickLine
{
    /// <summary>Bin.</summary>
    public required string Bin { get; init; }

    /// <summary>Number of the stock unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Article.</summary>
    public required string Article { get; init; }

    /// <summary>Serial.</summary>
    public string? Serial { get; init; }

    /// <summary>Grade.</summary>
    public string? Grade { get; init; }
}
