namespace WaaS.Logistics.Messages.Returns;

/// <summary>The slots of a received device have been looked at. Replaces what was said with a lower revision in the same cycle.</summary>
/// <param name="CountUnknown">Nobody could see how many carriers there are: the list may be incomplete.</param>
public sealed record CarriersSeen(
    Guid DeviceId,
    int Cycle,
    int Revision,
    string DeviceSerial,
    bool CountUnknown,
    IReadOnlyList<SeenSlot> Slots);
