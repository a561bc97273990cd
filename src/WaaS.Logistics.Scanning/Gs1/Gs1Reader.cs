using WaaS.Logistics.Scanning.Tracking;
using WaaS.Logistics.Scanning.Vendors;

namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>Finds out whether a payload is GS1 data, in which of its spellings, and reads it.</summary>
internal static class Gs1Reader
{
    private const string Composite = "|]e0";

    public static bool Claims(Reading reading, ReadOnlySpan<char> body) =>
        reading.Aim.SaysGs1 || reading.Aim.SaysEan13 || reading.Aim.SaysEan8 || reading.Aim.SaysAddOn || BracketedText.IsClaimedBy(body) || IsCaretText(body) || IsAfterSeparator(body) || !reading.Aim.IsPresent && BareElements.IsClaimedBy(body);

    public static Reading Read(Reading reading, ReadOnlySpan<char> body, int offset)
    {
        if (reading.Aim.SaysAddOn && body.Length is 15 or 18 && body[13..].IndexOfAnyExceptInRange('0', '9') < 0)
        {
            reading.Warn($"The add-on {body[13..]} beside the article number is left alone.");
            return ReadEan(reading, body[..13], 13, offset);
        }
        if (reading.Aim.SaysEan13 || reading.Aim.SaysAddOn || reading.Aim.SaysEan8)
            return ReadEan(reading, body, reading.Aim.SaysEan8 ? 8 : 13, offset);
        if (BracketedText.IsClaimedBy(body))
        {
            if (reading.Aim.SaysGs1)
                reading.Warn("The symbology identifier says element strings, but the text is bracketed: the decoder is set to human-readable text. Set it to plain.");
            var bracketed = BracketedText.Read(body, offset);
            if (bracketed.HadBlanks)
                reading.Warn("There are blanks around the values or among their digits, as labels print them for people: they were left out.");
            return Done(reading, bracketed);
        }
        if (!reading.Aim.SaysGs1 && IsCaretText(body))
        {
            reading.Warn("'^' stands for FNC1: the scanner or its driver replaced it.");
            return Done(reading, ElementString.Read(body[1..].ToString().Replace('^', ElementString.Separator), offset + 1));
        }
        if (body.Length > 1 && body[0] == ElementString.Separator)
        {
            reading.Warn("FNC1 in first place was sent as a separator (GS) too.");
            return ReadElements(reading, body[1..], offset + 1);
        }
        return ReadElements(reading, body, offset);
    }

    private static Reading ReadElements(Reading reading, ReadOnlySpan<char> body, int offset)
    {
        var message = ElementString.Read(body, offset);
        return Done(reading, message.Error is null ? message : ReplacedSeparator.Read(reading, body, offset) ?? message);
    }

    // Scanners that send no symbology identifier often send FNC1 in first place as a separator.
    private static bool IsAfterSeparator(ReadOnlySpan<char> body) => body.Length > 2 && body[0] == ElementString.Separator && AiTable.StartOf(body[1..]) is not null;

    private static bool IsCaretText(ReadOnlySpan<char> body) => body.Length > 3 && body[0] == '^' && char.IsAsciiDigit(body[1]) && char.IsAsciiDigit(body[2]);

    private static Reading ReadEan(Reading reading, ReadOnlySpan<char> body, int length, int offset)
    {
        var digits = body.Length > length ? body[..length] : body;
        var fault = body.Length < length ? new Fault($"the article number has {length} digits, and here are {body.Length}", body.Length) : CheckDigit.Check(digits);
        if (!fault.IsNone)
            return reading.Fail(ScanStandard.Gs1, $"EAN/UPC: {fault.What}, at character {offset + fault.At + 1}.");
        if (body.Length > length && !body[length..].StartsWith(Composite))
            return reading.Fail(ScanStandard.Gs1, $"EAN/UPC: the article number has {length} digits, and more follows at character {offset + length + 1}.");
        var message = new Gs1Message();
        message.Elements.Add(new ScanElement("01", digits.ToString().PadLeft(14, '0')));
        if (body.Length > length)
            ElementString.ReadElements(body[(length + Composite.Length)..], offset + length + Composite.Length, message);
        if (message.Error is null)
            Associations.Check(message);
        return Done(reading, message);
    }

    private static Reading Done(Reading reading, Gs1Message message)
    {
        reading.Elements = message.Elements;
        if (message.Error is { } error)
            return reading.Fail(ScanStandard.Gs1, error);
        reading.Standard = ScanStandard.Gs1;
        Gs1Candidates.Add(reading);
        if (message.Elements[0].Id is "00" or "420" or ['9', ..])
            AddCarrier(reading, message);
        return reading;
    }

    // FedEx and USPS put their numbers into the identifiers for internal use (96, and 420 with 91 to 95); DHL in Germany uses SSCC.
    private static void AddCarrier(Reading reading, Gs1Message message)
    {
        var text = string.Concat(message.Elements.Select(element => element.Id + element.Value));
        TrackingRules.AddTo(reading, text, VendorRules.Certainty.Sure, VendorRules.Certainty.Sure, out _);
    }
}
