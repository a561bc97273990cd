namespace WaaS.Logistics.Proof.Evidence.Rules;

internal static class IdentityRules
{
    public static void Device(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        findings.Need(!PlaceholderSerial.Is(document.DeviceSerial), "$.deviceSerial", "placeholder", document.DeviceSerial);
        findings.Need(Same(document.DeviceSerial, expected.DeviceSerial), "$.deviceSerial", "otherDevice", document.DeviceSerial, expected.DeviceSerial);
    }

    public static void Carrier(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var carrier = document.Carrier;
        findings.Need(!PlaceholderSerial.Is(carrier.Serial), "$.carrier.serial", "placeholder", carrier.Serial);
        findings.Need(IsTrusted(carrier), "$.carrier.serialSource", "source", carrier.SerialSource);
        findings.Need(carrier.ScannedSerial is null || Same(carrier.ScannedSerial, carrier.Serial), "$.carrier.scannedSerial", "otherScanned", carrier.Serial, carrier.ScannedSerial);
        findings.Need((expected.CarrierSerial ?? carrier.ScannedSerial) is not null, "$.carrier.scannedSerial", "notScanned", carrier.Serial);
        findings.Need(expected.CarrierSerial is null || Same(expected.CarrierSerial, carrier.Serial), "$.carrier.serial", "otherCarrier", carrier.Serial, expected.CarrierSerial);
        findings.Need(document.Slot == expected.Slot, "$.slot", "otherSlot", document.Slot, expected.Slot);
    }

    private static bool IsTrusted(CarrierResult carrier) => carrier.Kind switch
    {
        CarrierKind.File => carrier.SerialSource is SerialSource.File,
        CarrierKind.Loop => carrier.SerialSource is SerialSource.File or SerialSource.Loop,
        // A label alone can stick on the wrong drive: the drive's own name must stand beside it.
        CarrierKind.Block => carrier.SerialSource is SerialSource.Drive || (carrier.SerialSource is SerialSource.Label && !PlaceholderSerial.Is(carrier.Wwn)),
        _ => false,
    };

    // A wedge scanner with caps lock turns letters over; nothing else is forgiven.
    private static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
