using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Proof.Certificates;

/// <summary>The carrier, as in the evidence.</summary>
public sealed record CertifiedCarrier
{
    /// <summary>Serial.</summary>
    public required string Serial { get; init; }

    /// <summary>Who named the serial.</summary>
    public required SerialSource SerialSource { get; init; }

    /// <summary>Kind.</summary>
    public required CarrierKind Kind { get; init; }

    /// <summary>Medium.</summary>
    public required MediaType MediaType { get; init; }

    /// <summary>Interface.</summary>
    public required CarrierInterface Interface { get; init; }

    /// <summary>Vendor; null when it names none.</summary>
    public required string? Vendor { get; init; }

    /// <summary>Model; null when it names none.</summary>
    public required string? Model { get; init; }

    /// <summary>Capacity in bytes.</summary>
    public required long CapacityBytes { get; init; }

    /// <summary>Takes the facts over from evidence.</summary>
    public static CertifiedCarrier Of(CarrierResult carrier)
    {
        ArgumentNullException.ThrowIfNull(carrier);
        return new CertifiedCarrier
        {
            Serial = carrier.Serial ?? throw new CertificateFormatException("$.carrier.serial", "is not known; a carrier without a serial gets no certificate."),
            SerialSource = carrier.SerialSource,
            Kind = carrier.Kind,
            MediaType = carrier.MediaType,
            Interface = carrier.Interface,
            Vendor = carrier.Vendor,
            Model = carrier.Model,
            CapacityBytes = carrier.CapacityReportedBytes,
        };
    }
}
