using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Sanitization;

/// <summary>A certificate is no longer true.</summary>
public sealed record CertificateRevoked(
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    string Slot,
    string CertificateNumber,
    string Reason);
