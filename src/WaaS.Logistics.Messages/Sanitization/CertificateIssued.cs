using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Sanitization;

/// <summary>A certificate stands for one carrier.</summary>
public sealed record CertificateIssued(
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    string Slot,
    string CarrierSerial,
    string CertificateNumber,
    string DocumentHash);
