namespace WaaS.Logistics.Documents.PackingSlip;

/// <summary>What lies in a shipment, for the person who unpacks it.</summary>
public sealed record PackingSlipPdfInput
{
    /// <summary>Number of the slip.</summary>
    public required string Number { get; init; }

    /// <summary>When it was made, with the site's offset.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Sender.</summary>
    public required string Sender { get; init; }

    /// <summary>Sender's postal address, lines divided by line feeds.</summary>
    public string? SenderAddress { get; init; }

    /// <summary>Recipient with postal address, lines divided by line feeds.</summary>
    public required string Recipient { get; init; }

    /// <summary>Order.</summary>
    public string? Order { get; init; }

    /// <summary>The recipient's own reference.</summary>
    public string? Reference { get; init; }

    /// <summary>Shipment, for instance its tracking number.</summary>
    public string? Shipment { get; init; }

    /// <summary>Shipping service.</summary>
    public string? Service { get; init; }

    /// <summary>Weight of all parcels in grams.</summary>
    public long? WeightGrams { get; init; }

    /// <summary>Note for the recipient.</summary>
    public string? Note { get; init; }

    /// <summary>In the order to print. At least one.</summary>
    public required IReadOnlyList<PackingLine> Lines { get; init; }
}

/// <summary>One position.</summary>
public sealed record PackingLine
{
    /// <summary>Article.</summary>
    public required string Article { get; init; }

    /// <summary>Serial, for a single device.</summary>
    public string? Serial { get; init; }

    /// <summary>Parcel it lies in.</summary>
    public required string Parcel { get; init; }

    /// <summary>Pieces, at least 1.</summary>
    public int Quantity { get; init; } = 1;
}
