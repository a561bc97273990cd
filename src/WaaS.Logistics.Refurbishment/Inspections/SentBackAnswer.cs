namespace WaaS.Logistics.Refurbishment.Inspections;

/// <summary>What reporting a carrier or a broken seal leads to.</summary>
internal sealed record SentBackAnswer(Guid DeviceId, int Cycle, InspectionState State);
