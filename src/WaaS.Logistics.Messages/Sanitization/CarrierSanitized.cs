using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Sanitization;

/// <summary>The evidence of one carrier has been accepted.</summary>
public sealed record CarrierSanitized(
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    string Slot,
    string CarrierSerial,
    Guid EvidenceId,
    string CertificateNumber);
