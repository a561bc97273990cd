using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Returns;

/// <summary>The slots of a received device have been looked at. Replaces what was said with a lower revision in the same cycle.</summary>
/// <param name="CountUnknown">Nobody could see how many carriers there are: the list may be incomplete.</param>
public sealed record CarriersSeen(
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    [property: Range(1, 1_000_000)] int Revision,
    string DeviceSerial,
    bool CountUnknown,
    IReadOnlyList<SeenSlot> Slots);
