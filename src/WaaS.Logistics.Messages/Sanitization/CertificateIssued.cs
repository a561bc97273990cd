namespace WaaS.Logistics.Messages.Sanitization;

/// <summary>A certificate stands for one carrier.</summary>
public sealed record CertificateIssued(
    Guid DeviceId,
    int Cycle,
    string Slot,
    string CarrierSerial,
    string CertificateNumber,
    string DocumentHash);
