using System.Buffers;
using WaaS.Logistics.Scanning.DataIdentifiers;
using WaaS.Logistics.Scanning.Gs1;
using WaaS.Logistics.Scanning.Tracking;
using WaaS.Logistics.Scanning.Vendors;
using static WaaS.Logistics.Scanning.Vendors.VendorRules;

namespace WaaS.Logistics.Scanning;

/// <summary>Texts without any structure: what they are must be told from their form, so every form that fits is offered.</summary>
internal static class TextReader
{
    // Numbers with a certain meaning of their own; none of them is ever a serial.
    private static readonly CandidateKind[] NeverSerial =
        [CandidateKind.Imei, CandidateKind.Meid, CandidateKind.Mac, CandidateKind.Wwn, CandidateKind.Psid, CandidateKind.Eid, CandidateKind.Iccid, CandidateKind.Component, CandidateKind.Gtin, CandidateKind.Sscc];

    private static readonly SearchValues<char> InSerials = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-/._+#:* ");

    // Longer than any number of a maker or carrier, with room for blanks.
    private const int MostLength = 128;

    public static Reading Read(Reading reading, ReadOnlySpan<char> body)
    {
        var trimmed = body.Trim();
        if (trimmed.IndexOfAnyExceptInRange('\0', ' ') < 0)
            return reading.Fail(ScanStandard.Plain, "The scan holds nothing but blanks and control characters.");
        if (trimmed.Length > MostLength)
            return ReadLong(reading, trimmed);
        if (trimmed.Length > 4 && trimmed[0] == '*' && trimmed[^1] == '*')
        {
            reading.Warn("The asterisks at both ends are the start and stop characters of Code 39 and were left out: set the scanner not to send them.");
            trimmed = trimmed[1..^1];
        }
        Span<char> compact = stackalloc char[MostLength];
        var length = 0;
        foreach (var character in trimmed)
            if (character != ' ')
                compact[length++] = character is >= 'a' and <= 'z' ? (char)(character - 32) : character;
        if (reading.Aim.SaysCheckedItf && compact[..length].IndexOfAnyExceptInRange('0', '9') < 0 && !Gs1.CheckDigit.Holds(compact[..length]))
            return reading.Fail(ScanStandard.Gs1, $"The symbology identifier ]I1 says that the scanner has looked at the check digit, but it is {compact[length - 1]}, and {Gs1.CheckDigit.Of(compact[..(length - 1)])} would be right.");
        // One character over and over is what labels show where there is no number; check digits of zeros fit everywhere.
        if (length > 2 && compact[..length].IndexOfAnyExcept(compact[0]) < 0)
        {
            reading.Warn("This is one character over and over: a placeholder, no number of anything.");
            return reading;
        }
        return ReadForms(reading, trimmed, compact[..length]);
    }

    private static Reading ReadForms(Reading reading, ReadOnlySpan<char> text, ReadOnlySpan<char> compact)
    {
        if (LabelledText.AddTo(reading, text))
            return AsLabelled(reading);
        if (FieldList.AddTo(reading, text))
            return As(reading, ScanStandard.Vendor);
        if (VendorRules.AddTo(reading, compact, Certainty.Sure))
            return As(reading, ScanStandard.Vendor);
        var tracking = TrackingRules.AddTo(reading, compact, Certainty.Likely, Certainty.Sure, out var claim);
        if (tracking == Certainty.Sure)
            return As(reading, ScanStandard.Tracking);
        var article = AddArticle(reading, compact, tracking);
        var likely = VendorRules.AddTo(reading, compact, Certainty.Likely, Certainty.Likely);
        likely |= AddAfterLetters(reading, compact);
        var identified = IdentifiedText.Find(reading, compact);
        identified?.AddProven(reading);
        if (claim is not null && reading.Found.Count == 0)
            return reading.Fail(ScanStandard.Tracking, claim);
        reading.Standard = article && (tracking is null || compact.Length != 12) ? ScanStandard.Gs1
            : tracking is not null ? ScanStandard.Tracking
            : likely || identified is { MakerKnown: true } ? ScanStandard.Vendor
            : identified is { IsProven: true } ? identified.Value.Mark(reading) : ScanStandard.Plain;
        if (article && reading.Standard == ScanStandard.Gs1)
            reading.Elements = [new ScanElement("01", compact.ToString().PadLeft(14, '0'))];
        if (reading.Found.Count == 0 && PlainAddress.AddTo(reading, text))
            return reading;
        if (reading.Found.Count == 0)
        {
            NearMiss.Warn(reading, compact);
            VendorRules.AddTo(reading, compact, Certainty.Maybe, Certainty.Maybe);
            TrackingRules.AddTo(reading, compact, Certainty.Maybe, Certainty.Maybe, out _);
        }
        if (!reading.Found.Exists(candidate => NeverSerial.Contains(candidate.Kind)))
            AddRaw(reading, text, identified);
        return reading;
    }

    // Only the numbers of carriers: then the text is theirs.
    private static Reading AsLabelled(Reading reading) =>
        reading.IsValid ? As(reading, reading.Found.Count > 0 && reading.Found.TrueForAll(candidate => candidate.Kind == CandidateKind.Tracking) ? ScanStandard.Tracking : ScanStandard.Vendor) : reading;

    // "SN5CG1234XYZ": letters off the label without a mark behind them. Serials begin with SN too, so the rest must be a maker's and the whole must not.
    private static bool AddAfterLetters(Reading reading, ReadOnlySpan<char> text)
    {
        var letters = text.StartsWith("S/N") ? 3 : text.StartsWith("SN") ? 2 : 0;
        if (letters == 0 || MakerOf(text) is not null || !text[letters..].ContainsAnyInRange('A', 'Z') || MakerOf(text[letters..]) is not { } maker)
            return false;
        reading.Add(CandidateKind.Serial, text[letters..].ToString(), "Read as {maker} serial {value} after the letters S/N of the label.", maker, isSure: false);
        return true;
    }

    private static Reading As(Reading reading, ScanStandard standard)
    {
        reading.Standard = standard;
        return reading;
    }

    // EAN-8, UPC-A, EAN-13 and GTIN-14 without a symbology identifier.
    private static bool AddArticle(Reading reading, ReadOnlySpan<char> text, Certainty? tracking)
    {
        if (text.Length is not (8 or 12 or 13 or 14) || reading.Aim.RulesOutEan || !CheckDigit.Holds(text) || text.IndexOfAnyExcept('0') < 0)
            return false;
        reading.Add(CandidateKind.Gtin, text.ToString(), "Read as GTIN {value}: the check digit fits; a kind of article and no serial.");
        if (tracking is not null && text.Length != 12)
            (reading.Found[0], reading.Found[^1]) = (reading.Found[^1], reading.Found[0]);
        return true;
    }

    private static void AddRaw(Reading reading, ReadOnlySpan<char> text, IdentifiedText? identified)
    {
        var serial = text.ToString();
        // Two words without a digit are a text.
        if (DeviceSerial.CanBe(serial) && text.IndexOfAnyExcept(InSerials) < 0 && !IsMarkedPlaceholder(serial) && (text.ContainsAnyInRange('0', '9') || !serial.Contains(' ')))
        {
            if (!IsNamed(reading, serial))
                reading.Add(CandidateKind.Serial, serial, identified is null ? "Read as it stands: {value}." : "Read as it stands, nothing taken off: {value}.", isSure: false);
            identified?.AddDoubtful(reading);
        }
        else if (reading.Found.Count == 0)
            reading.Warn(text.Length > DeviceSerial.MaxLength ? "This is too long for a serial." : "This is no serial: labels say so where nobody wrote one, or it is text, or it holds characters no serial has.");
    }

    private static bool IsNamed(Reading reading, string serial)
    {
        foreach (var candidate in reading.Found)
            if (candidate.Kind == CandidateKind.Serial && candidate.Value.Equals(serial, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static bool IsMarkedPlaceholder(string text) => text[0] is 'S' or 's' && text.Length > 4 && DeviceSerial.Key(text[1..]) is { } rest && DeviceSerial.IsPlaceholder(rest);

    private static Reading ReadLong(Reading reading, ReadOnlySpan<char> text)
    {
        if (LabelledText.AddTo(reading, text))
            return AsLabelled(reading);
        if (!PlainAddress.AddTo(reading, text))
            reading.Warn("This is too long for a serial.");
        return reading;
    }
}
