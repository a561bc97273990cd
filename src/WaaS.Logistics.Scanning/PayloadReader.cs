using WaaS.Logistics.Scanning.DataIdentifiers;
using WaaS.Logistics.Scanning.Gs1;
using WaaS.Logistics.Scanning.Layout;

namespace WaaS.Logistics.Scanning;

/// <summary>Tries the standards in the order in which their marks leave the least doubt; the first that claims the payload judges it.</summary>
internal static class PayloadReader
{
    // What scanners and keyboards put around a payload; nothing that is printed begins with one of these.
    private static readonly char[] Around = ['\r', '\n', '\t', ' '];

    public static Reading Read(string payload, KeyboardLayout station)
    {
        var reading = new Reading(payload);
        if (Refuse(payload) is { } reason)
            return reading.Fail(ScanStandard.Plain, reason);
        var text = payload.AsSpan().TrimStart(Around);
        var skipped = payload.Length - text.Length;
        text = text.TrimEnd("\r\n\t");
        if (station != KeyboardLayout.Us || LayoutRepair.MayBeNeeded(text))
            text = Repaired(reading, text, station);
        if (text.Length > 0 && (text[0] is ']' or '[') && CapsLock.IsProvenBy(text))
        {
            reading.Warn("Capital and small letters are turned round, and were turned back: switch caps lock off.");
            text = CapsLock.Turn(text.ToString());
        }
        reading.Aim = AimIdentifier.Read(text);
        var offset = reading.Aim.IsPresent ? 3 : 0;
        return ReadBody(reading, text[offset..], skipped + offset);
    }

    private static ReadOnlySpan<char> Repaired(Reading reading, ReadOnlySpan<char> text, KeyboardLayout station)
    {
        var arrived = text.ToString();
        var proven = station == KeyboardLayout.Us ? LayoutRepair.Detect(arrived) ?? KeyboardLayout.Us : LayoutRepair.IsRightAsItIs(text) ? KeyboardLayout.Us : station;
        if (proven == KeyboardLayout.Us)
            return text;
        reading.RepairedLayout = proven;
        reading.Warn(station == KeyboardLayout.Us
            ? $"The scanner types as on a US keyboard, but the computer has a {proven} one: '{(arrived.Length > 60 ? arrived[..60] : arrived)}' was repaired. Scan the calibration card at this station; scans that prove nothing are read wrongly until then."
            : $"Repaired by the calibration of this station ({proven} keyboard).");
        return LayoutRepair.Repair(arrived, proven);
    }

    private static Reading ReadBody(Reading reading, ReadOnlySpan<char> body, int offset)
    {
        // A blank at the end of a code of ours stands where its check character was.
        if (!OwnCode.IsClaimedBy(body))
            body = body.TrimEnd(' ');
        if (EnvelopeReader.IsClaimedBy(body))
            return EnvelopeReader.Read(reading, body.ToString(), offset);
        return ControlCharacters.AreVisible(body) && HasMarks(reading, body)
            ? ReadStructured(reading, ControlCharacters.Restore(reading, body.ToString()), offset)
            : ReadStructured(reading, body, offset);
    }

    // Words in brackets may be text; only where elements surround them are they lost control characters.
    private static bool HasMarks(Reading reading, ReadOnlySpan<char> body) =>
        reading.Aim.SaysGs1 || body.StartsWith("<FNC1>") || body.StartsWith("{FNC1}") || !DigitalLink.IsClaimedBy(body, out _) && (AiTable.StartOf(body) is not null || DataIdentifier.At(body) is not null);

    private static Reading ReadStructured(Reading reading, ReadOnlySpan<char> body, int offset)
    {
        if (BracketedIdentifiers.IsClaimedBy(body))
            return BracketedIdentifiers.Read(reading, body, offset);
        if (Gs1Reader.Claims(reading, body))
            return Gs1Reader.Read(reading, body, offset);
        if (body.IsEmpty)
            return reading.Fail(ScanStandard.Plain, reading.Payload.Length == 0 ? "The scan is empty." : "The scan holds nothing but blanks and control characters.");
        if (OwnCode.IsClaimedBy(body))
            return ReadOwn(reading, body.ToString());
        if (LinkReader.Claims(body))
            return LinkReader.Read(reading, body, offset);
        if (EnvelopeReader.IsClaimedBareBy(body))
            return EnvelopeReader.ReadBare(reading, body, offset);
        return TextReader.Read(reading, body);
    }

    private static Reading ReadOwn(Reading reading, string text)
    {
        if (!OwnCode.TryParse(text, out var code, out var reason))
            return reading.Fail(ScanStandard.Own, reason);
        reading.Standard = ScanStandard.Own;
        reading.Add(CandidateKind.Own, code.ToString(), "Read as a code of this house; its check character fits.");
        return reading;
    }

    private static string? Refuse(string payload)
    {
        if (payload.Length > Reading.MaxLength)
            return $"The scan has {payload.Length} characters; no symbol holds more than {Reading.MaxLength}.";
        var nul = payload.IndexOf('\0');
        return nul >= 0 ? $"The scan holds the control character NUL at character {nul + 1}; no label does." : null;
    }
}
