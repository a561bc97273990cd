using WaaS.Logistics.Scanning.Vendors;

namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>What the elements of a GS1 payload are good for at the dock.</summary>
internal static class Gs1Candidates
{
    private static readonly Dictionary<string, (CandidateKind Kind, string Why)> Known = new()
    {
        ["21"] = (CandidateKind.Serial, "Read as GS1 AI (21): serial {value}."),
        ["250"] = (CandidateKind.Serial, "Read as GS1 AI (250): serial {value} of a part."),
        ["00"] = (CandidateKind.Sscc, "Read as GS1 AI (00): SSCC {value}, a parcel or pallet."),
        ["01"] = (CandidateKind.Gtin, "Read as GS1 AI (01): GTIN {value}, a kind of article and no serial."),
        ["02"] = (CandidateKind.Gtin, "Read as GS1 AI (02): what is inside is GTIN {value}."),
        ["03"] = (CandidateKind.Gtin, "Read as GS1 AI (03): made-to-order GTIN {value}."),
        ["8003"] = (CandidateKind.ReturnableAsset, "Read as GS1 AI (8003): GRAI {value}, a returnable asset such as a box."),
        ["8004"] = (CandidateKind.Asset, "Read as GS1 AI (8004): GIAI {value}, an asset tag."),
        ["7023"] = (CandidateKind.Asset, "Read as GS1 AI (7023): GIAI {value} of the assembly this is a part of."),
        ["8040"] = (CandidateKind.Imei, "Read as GS1 AI (8040): IMEI {value}."),
        ["8041"] = (CandidateKind.Imei, "Read as GS1 AI (8041): second IMEI {value}."),
        ["8042"] = (CandidateKind.Eid, "Read as GS1 AI (8042): eSIM {value}."),
        ["8043"] = (CandidateKind.Iccid, "Read as GS1 AI (8043): SIM {value}."),
        ["240"] = (CandidateKind.Model, "Read as GS1 AI (240): model or configuration {value}."),
        ["241"] = (CandidateKind.PartNumber, "Read as GS1 AI (241): part number {value}."),
        ["10"] = (CandidateKind.Lot, "Read as GS1 AI (10): lot {value}."),
        ["400"] = (CandidateKind.Order, "Read as GS1 AI (400): order {value}."),
        ["401"] = (CandidateKind.Order, "Read as GS1 AI (401): consignment {value}."),
        ["402"] = (CandidateKind.Order, "Read as GS1 AI (402): shipment {value}."),
        ["414"] = (CandidateKind.Location, "Read as GS1 AI (414): location {value}."),
        ["417"] = (CandidateKind.Location, "Read as GS1 AI (417): party {value}."),
    };

    public static void Add(Reading reading)
    {
        var elements = reading.Elements;
        string? gtin = null, model = null;
        for (var i = 0; i < elements.Count; i++)
            if (elements[i].Id is "01" or "03")
                gtin = elements[i].Value;
            else if (elements[i].Id == "240")
                model = elements[i].Value;
        for (var i = 0; i < elements.Count; i++)
        {
            var (id, value) = elements[i];
            if (!Known.TryGetValue(id, out var known))
                continue;
            if (known.Kind == CandidateKind.Imei && !Luhn.Holds(value))
                reading.Warn($"AI ({id}) holds '{value}', whose Luhn check digit does not fit: no such IMEI was ever given.");
            if (known.Kind == CandidateKind.Serial && !DeviceSerial.CanBeNamed(value))
                reading.Warn($"AI ({id}) holds '{value}', which is no serial: labels say so where nobody wrote one.");
            else
                reading.Add(known.Kind, value, known.Why, known.Kind == CandidateKind.Serial ? VendorRules.MakerOf(value) : null, id == "21" ? model ?? gtin : null);
        }
        PutSerialFirst(reading.Found);
    }

    // A serial names a device, so it comes first although the key stands before it.
    private static void PutSerialFirst(List<Candidate> found)
    {
        var serial = found.FindIndex(candidate => candidate.Kind == CandidateKind.Serial);
        if (serial < 1)
            return;
        var candidate = found[serial];
        found.RemoveAt(serial);
        found.Insert(0, candidate);
    }
}
