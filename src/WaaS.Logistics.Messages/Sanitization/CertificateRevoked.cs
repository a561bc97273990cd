namespace WaaS.Logistics.Messages.Sanitization;

/// <summary>A certificate is no longer true.</summary>
public sealed record CertificateRevoked(
    Guid DeviceId,
    int Cycle,
    string Slot,
    string CertificateNumber,
    string Reason);
