using WaaS.Logistics.Scanning.Gs1;

namespace WaaS.Logistics.Scanning;

/// <summary>Tries the standards in the order in which their marks leave the least doubt; the first that claims the payload judges it.</summary>
internal static class PayloadReader
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    public static Reading Read(string payload)
    {
        var reading = new Reading(payload);
        if (Refuse(payload) is { } reason)
            return reading.Fail(ScanStandard.Plain, reason);
        var text = payload.AsSpan().Trim(LineEnds);
        reading.Aim = AimIdentifier.Read(text);
        var offset = reading.Aim.IsPresent ? 3 : 0;
        return ReadBody(reading, text[offset..], offset);
    }

    private static Reading ReadBody(Reading reading, ReadOnlySpan<char> body, int offset)
    {
        if (Gs1Reader.Claims(reading, body))
            return Gs1Reader.Read(reading, body, offset);
        if (body.IsEmpty)
            return reading.Fail(ScanStandard.Plain, "The scan is empty.");
        if (body.StartsWith("WL:", StringComparison.OrdinalIgnoreCase))
            return ReadOwn(reading, body.ToString());
        if (LinkReader.Claims(body))
            return LinkReader.Read(reading, body, offset);
        return ReadPlain(reading, body.ToString());
    }

    private static Reading ReadOwn(Reading reading, string text)
    {
        if (!OwnCode.TryParse(text, out var code, out var reason))
            return reading.Fail(ScanStandard.Own, reason);
        reading.Standard = ScanStandard.Own;
        reading.Elements = [new ScanElement(code.Kind.ToString().ToLowerInvariant(), code.Id)];
        reading.Add(CandidateKind.Own, code.ToString(), "Read as a code of this house; its check character fits.");
        return reading;
    }

    private static Reading ReadPlain(Reading reading, string text)
    {
        if (DeviceSerial.CanBe(text))
            reading.Add(CandidateKind.Serial, text.Trim(), "Read as it is: {value}.", isSure: false);
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
