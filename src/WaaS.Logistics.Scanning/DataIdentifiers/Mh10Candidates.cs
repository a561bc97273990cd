using WaaS.Logistics.Scanning.Gs1;
using WaaS.Logistics.Scanning.Vendors;

namespace WaaS.Logistics.Scanning.DataIdentifiers;

/// <summary>What the elements of an envelope are good for at the dock.</summary>
internal static class Mh10Candidates
{
    public static Reading Done(Reading reading, List<ScanElement> elements, string? error)
    {
        reading.Elements = elements;
        if (error is not null)
            return reading.Fail(ScanStandard.Mh10, error);
        reading.Standard = ScanStandard.Mh10;
        var model = elements.Find(element => element.Id == "1P").Value;
        // A serial names a device, so it comes first wherever it stands.
        foreach (var element in elements)
            if (DataIdentifier.Find(element.Id) is { Kind: CandidateKind.Serial } identifier)
                AddSerial(reading, identifier, element.Value, model);
        foreach (var element in elements)
            if (DataIdentifier.Find(element.Id) is { Kind: not (CandidateKind.Serial or CandidateKind.Other) } identifier)
            {
                if (identifier.Kind == CandidateKind.Imei && element.Value.Length == 15 && !Luhn.Holds(element.Value))
                    reading.Warn($"DI {identifier.Id} holds '{element.Value}', whose Luhn check digit does not fit: no such IMEI was ever given.");
                reading.Add(identifier.Kind, element.Value, identifier.Why);
            }
        // Format 05 of an envelope holds GS1 elements.
        Gs1Candidates.Add(reading);
        return reading;
    }

    private static void AddSerial(Reading reading, DataIdentifier identifier, string value, string? model)
    {
        if (!DeviceSerial.CanBeNamed(value))
        {
            reading.Warn($"DI {identifier.Id} holds '{value}', which is no serial: labels say so where nobody wrote one.");
            return;
        }
        // 1S of Lenovo is machine type and serial in one; the rules of the makers know it with its identifier.
        if (identifier.Id == "1S" && VendorRules.AddTo(reading, "1S" + value, VendorRules.Certainty.Sure))
            return;
        reading.Add(CandidateKind.Serial, value, identifier.Why, VendorRules.MakerOf(value.ToUpperInvariant()), model);
    }
}
