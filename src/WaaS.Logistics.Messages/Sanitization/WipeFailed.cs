using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Sanitization;

/// <summary>A carrier is not sanitized: the device stays where it is.</summary>
/// <param name="Rules">Ids of the rules that refused.</param>
public sealed record WipeFailed(
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    string DeviceSerial,
    string Slot,
    string? CarrierSerial,
    IReadOnlyList<string> Rules);
