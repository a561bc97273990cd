namespace WaaS.Logistics.Messages.Sanitization;

/// <summary>The device may no longer be taken for cleared.</summary>
public sealed record DeviceReopened(
    Guid DeviceId,
    string DeviceSerial,
    int Cycle,
    int Revision,
    string Reason);
