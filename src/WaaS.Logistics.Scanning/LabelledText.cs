namespace WaaS.Logistics.Scanning;

/// <summary>Text that says itself what it holds: "S/N: 5CG1234XYZ", "SN:PF2ABCDE;MTM:20XWS0AB00".</summary>
internal static class LabelledText
{
    private static readonly (string Label, CandidateKind Kind)[] Labels =
    [
        ("SERVICE TAG", CandidateKind.Serial), ("SERVICETAG", CandidateKind.Serial), ("SERIAL NUMBER", CandidateKind.Serial), ("SERIALNUMBER", CandidateKind.Serial), ("SERIAL NO", CandidateKind.Serial), ("SERIALNO", CandidateKind.Serial),
        ("SERIAL", CandidateKind.Serial), ("SERIENNUMMER", CandidateKind.Serial), ("S/N", CandidateKind.Serial), ("SER", CandidateKind.Serial), ("SNID", CandidateKind.Other), ("SN", CandidateKind.Serial), ("ST", CandidateKind.Serial),
        ("IMEI2", CandidateKind.Imei), ("IMEI1", CandidateKind.Imei), ("IMEI", CandidateKind.Imei), ("MEID", CandidateKind.Meid), ("EID", CandidateKind.Eid), ("ICCID", CandidateKind.Iccid),
        ("MAC ADDRESS", CandidateKind.Mac), ("MAC", CandidateKind.Mac), ("WWN", CandidateKind.Wwn), ("PSID", CandidateKind.Psid), ("MTM", CandidateKind.Model), ("MODEL NO", CandidateKind.Model), ("MODEL", CandidateKind.Model), ("TYPE", CandidateKind.Model),
        ("PART NO", CandidateKind.PartNumber), ("P/N", CandidateKind.PartNumber), ("PN", CandidateKind.PartNumber), ("CT", CandidateKind.Component), ("ASSET TAG", CandidateKind.Asset), ("ASSET", CandidateKind.Asset),
    ];

    /// <summary>Finds every label with its value; values end at a comma, semicolon, bar, ampersand, line or group end.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool AddTo(Reading reading, ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(':', '=', '#') < 0 && !text.StartsWith("S/N ", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("SN ", StringComparison.OrdinalIgnoreCase))
            return false;
        var found = new List<(CandidateKind Kind, string Value)>();
        foreach (var range in text.SplitAny(",;|&?\r\n\t\u001d\u001e"))
            if (Read(text[range].Trim(), out var kind, out var value) && found.Count < 16)
                found.Add((kind, value));
        var model = found.Find(pair => pair.Kind == CandidateKind.Model).Value;
        foreach (var (kind, value) in found)
            if (kind != CandidateKind.Serial)
                reading.Add(kind, IsNumber(kind) ? string.Concat(value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant() : value, "Read by its label: {value}.");
            else if (DeviceSerial.CanBeNamed(value))
                reading.Add(kind, value, "Read by its label as serial {value}.", Vendors.VendorRules.MakerOf(value.ToUpperInvariant()), model);
            else
                reading.Warn($"The label says '{value}' for the serial; that is no serial.");
        return found.Count > 0;
    }

    private static bool Read(ReadOnlySpan<char> piece, out CandidateKind kind, out string value)
    {
        foreach (var (label, of) in Labels)
            if (piece.StartsWith(label, StringComparison.OrdinalIgnoreCase) && ValueAfter(piece[label.Length..], label is "SN" or "S/N") is { Length: > 0 and <= DeviceSerial.MaxLength } rest)
            {
                // A serial is one word; what follows it is another label.
                (kind, value) = (of, of == CandidateKind.Serial && rest.IndexOf(' ') is > 0 and var blank && rest.AsSpan(0, blank).ContainsAnyInRange('0', '9') ? rest[..blank] : rest);
                return true;
            }
        (kind, value) = (default, "");
        return false;
    }

    private static bool IsNumber(CandidateKind kind) => kind is CandidateKind.Mac or CandidateKind.Wwn or CandidateKind.Imei or CandidateKind.Meid or CandidateKind.Eid or CandidateKind.Iccid or CandidateKind.Psid;

    // After a label stands a mark; a word that only begins like one is none.
    private static string? ValueAfter(ReadOnlySpan<char> rest, bool blankIsMark)
    {
        var value = rest.TrimStart([' ', '.', '(', ')']);
        if (value.IsEmpty)
            return null;
        if (value[0] is ':' or '=' or '#' or '-')
            value = value[1..].Trim();
        else if (!blankIsMark || rest[0] != ' ' || value.Length < 5)
            return null;
        return value.IsEmpty ? null : value.ToString();
    }
}
