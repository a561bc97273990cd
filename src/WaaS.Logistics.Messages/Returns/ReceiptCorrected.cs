using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Returns;

/// <summary>
/// A receipt no longer holds: the <c>DeviceReceived</c> of this cycle is taken back, whichever of the two arrives first, and a wipe that
/// has not begun must not begin. A device that is scanned again gets the next cycle.
/// </summary>
/// <param name="Reason"><c>undone</c>, <c>damaged</c>, <c>battery</c>, <c>stop-list</c>.</param>
public sealed record ReceiptCorrected(
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    Guid OrderId,
    string OrderNumber,
    string DeviceSerial,
    string Reason);
