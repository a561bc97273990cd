namespace WaaS.Logistics.Messages.Sanitization;

/// <summary>The evidence of one carrier has been accepted.</summary>
public sealed record CarrierSanitized(
    Guid DeviceId,
    int Cycle,
    string Slot,
    string CarrierSerial,
    Guid EvidenceId,
    string CertificateNumber);
