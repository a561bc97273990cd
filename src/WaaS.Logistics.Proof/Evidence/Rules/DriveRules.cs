using WaaS.Logistics.Proof.Levels;

namespace WaaS.Logistics.Proof.Evidence.Rules;

internal static class DriveRules
{
    private const double CapacityTolerance = 0.001;

    public static void HiddenAreas(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var carrier = document.Carrier;
        if (HasNoFirmware(carrier)) return;
        foreach (var (state, path) in new[] { (carrier.Hpa, "$.carrier.hpa"), (carrier.Dco, "$.carrier.dco"), (carrier.Ama, "$.carrier.ama") })
            findings.Need(state is HiddenArea.NotPresent or HiddenArea.Removed, path, "hiddenArea", state);
    }

    public static void RemappedSectors(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var carrier = document.Carrier;
        // A purge by the drive reaches what was remapped; overwriting does not.
        var purged = carrier.Erases().Length > 0 && LevelEngine.Achieved(carrier).Level >= SanitizationLevel.Purge;
        if (HasNoFirmware(carrier) || purged) return;
        var told = carrier is { RemappedBefore: not null, RemappedAfter: not null };
        // NVMe has no such count, and its spare blocks told in percent are none: what may be among them is not known to be gone.
        findings.Need(told, "$.carrier.remappedAfter", "remappedNotTold", carrier.Interface);
        findings.Need(!told || carrier is { RemappedBefore: 0, RemappedAfter: 0 }, "$.carrier.remappedAfter", "remapped", carrier.RemappedAfter, carrier.RemappedBefore);
    }

    public static void Capacity(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var carrier = document.Carrier;
        var reported = carrier.CapacityReportedBytes;
        if (expected.CapacityAtIntakeBytes is { } intake)
            findings.Need(Math.Abs((double)reported - intake) <= intake * CapacityTolerance, "$.carrier.capacityReportedBytes", "otherCapacity", reported, intake);

        var native = carrier.CapacityNativeBytes;
        findings.Need(native == reported || (native is null && HasNoFirmware(carrier)), "$.carrier.capacityNativeBytes", "notNative", native, reported);
    }

    /// <summary>A kind counts only when the rest of the document fits it: a drive called a file is no file.</summary>
    public static void Kind(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var carrier = document.Carrier;
        findings.Need(expected.AcceptedKinds.Contains(carrier.Kind), "$.carrier.kind", "notAcceptedYet", carrier.Kind);
        var fits = carrier.Kind switch
        {
            CarrierKind.File => carrier is { Interface: CarrierInterface.File, MediaType: MediaType.Image },
            CarrierKind.Loop => carrier is { Interface: CarrierInterface.Loop, MediaType: MediaType.Image },
            CarrierKind.Block => carrier.Interface is not (CarrierInterface.Unknown or CarrierInterface.File or CarrierInterface.Loop)
                && carrier.MediaType is not (MediaType.Unknown or MediaType.Image),
            _ => false,
        };
        // A technique speaks through its own interface, or through a bridge that passes it on.
        var spoken = carrier.Erases().All(step => step.Technique.Split('-')[0] switch
        {
            "ata" => carrier.Interface is CarrierInterface.Ata or CarrierInterface.Usb,
            "scsi" => carrier.Interface is CarrierInterface.Scsi or CarrierInterface.Usb,
            "nvme" => carrier.Interface is CarrierInterface.Nvme,
            _ => true,
        });
        findings.Need(fits && (carrier.Kind is not CarrierKind.Block || spoken), "$.carrier.interface", "doesNotFit", carrier.Kind, carrier.Interface, carrier.MediaType);
    }

    private static bool HasNoFirmware(CarrierResult carrier) => carrier.Kind is CarrierKind.File or CarrierKind.Loop;
}
