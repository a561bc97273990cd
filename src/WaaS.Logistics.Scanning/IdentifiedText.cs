using WaaS.Logistics.Scanning.DataIdentifiers;
using WaaS.Logistics.Scanning.Vendors;

namespace WaaS.Logistics.Scanning;

/// <summary>
/// A data identifier in front of a value without any envelope, as linear codes on labels have it. Real serials begin with S too, so nothing is taken off
/// unless the rest proves it; the text as it stands stays a candidate.
/// </summary>
internal readonly struct IdentifiedText
{
    private readonly DataIdentifier _identifier;
    private readonly string _value;
    private readonly string? _maker;

    private IdentifiedText(DataIdentifier identifier, string value, string? maker, bool isProven) => (_identifier, _value, _maker, IsProven) = (identifier, value, maker, isProven);

    public bool MakerKnown => _maker is not null;

    /// <summary>The value has the form its identifier demands, with a check digit or the like.</summary>
    public bool IsProven { get; }

    public static IdentifiedText? Find(Reading reading, ReadOnlySpan<char> text)
    {
        if (DataIdentifier.At(text) is not { } identifier || identifier.Kind is CandidateKind.Other or CandidateKind.Date or CandidateKind.Tracking or CandidateKind.Quantity)
            return null;
        var value = text[identifier.Id.Length..];
        if (value.Length > 0 && !char.IsAsciiLetterOrDigit(value[0]))
            return null;
        // A single letter is too little to name anything but a serial by.
        if (identifier.Kind != CandidateKind.Serial && identifier.Id.Length == 1 || value.Length < 4 || !ValueForm.Check(identifier.Form, value).IsNone)
            return null;
        if (identifier.Kind != CandidateKind.Serial)
            return new IdentifiedText(identifier, value.ToString(), null, identifier.Kind == CandidateKind.Imei ? value.Length == 15 && Luhn.Holds(value) : identifier.Form is "mac" or "sscc");
        var maker = VendorRules.MakerOf(value);
        if (maker is null && reading.Found.Exists(candidate => candidate.Kind is CandidateKind.Serial or CandidateKind.Component))
            return null;
        var serial = value.ToString();
        return DeviceSerial.CanBe(serial) ? new IdentifiedText(identifier, serial, maker, false) : null;
    }

    /// <summary>Adds what leaves little doubt; it comes before the text as it stands.</summary>
    public void AddProven(Reading reading)
    {
        if (MakerKnown)
            reading.Add(CandidateKind.Serial, _value, $"Read as data identifier {_identifier.Id} with {{maker}} serial {{value}}.", _maker, isSure: false);
        else if (_identifier.Kind != CandidateKind.Serial)
            reading.Add(_identifier.Kind, _value, _identifier.Why, isSure: IsProven);
    }

    public void AddDoubtful(Reading reading)
    {
        if (_identifier.Kind == CandidateKind.Serial && !MakerKnown)
            reading.Add(CandidateKind.Serial, _value, $"Could be data identifier {_identifier.Id} with serial {{value}}.", isSure: false);
    }

    public ScanStandard Mark(Reading reading)
    {
        reading.Elements = [new ScanElement(_identifier.Id, _value)];
        return ScanStandard.Mh10;
    }
}
