using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>The carrier, as it names itself and as its label does.</summary>
public sealed record CarrierDetails
{
    /// <summary>Slot of the device.</summary>
    public string? Slot { get; init; }

    /// <summary>Manufacturer.</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Serial as the carrier reported it.</summary>
    public string? SerialReported { get; init; }

    /// <summary>Serial as it was scanned from the label.</summary>
    public string? SerialOnLabel { get; init; }

    /// <summary>World wide name or EUI-64.</summary>
    public string? Wwn { get; init; }

    /// <summary>Firmware revision.</summary>
    public string? Firmware { get; init; }

    /// <summary>Connection.</summary>
    public CarrierInterface Interface { get; init; }

    /// <summary>What it stores on.</summary>
    public MediaType MediaType { get; init; }

    /// <summary>Bytes it offers.</summary>
    public long? CapacityReportedBytes { get; init; }

    /// <summary>Bytes before any hidden area.</summary>
    public long? CapacityNativeBytes { get; init; }

    /// <summary>Logical sectors.</summary>
    public long? SectorsTotal { get; init; }

    /// <summary>Bytes of a logical sector.</summary>
    public int? SectorSizeBytes { get; init; }

    /// <summary>Where the carrier was used: person, team or computer.</summary>
    public string? Source { get; init; }
}
