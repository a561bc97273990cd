namespace WaaS.Logistics.Scanning.DataIdentifiers;

/// <summary>An envelope whose control characters were all lost on the way: only a single field can still be told, and only where nothing in it looks like a second one.</summary>
internal static class DroppedControls
{
    // What stands on labels beside a serial; a value that holds one of these may be two fields.
    private static readonly string[] Common = ["1P", "30P", "2P", "1T", "4L", "9D", "10D", "11D", "12D", "16D", "14D", "1V", "12V", "10V", "13V", "1K", "11K", "14K", "4K", "13Z", "11Z", "12Z", "20Z", "23S", "1S", "18S", "25S"];

    public static Reading Read(Reading reading, string body, int start, int offset)
    {
        reading.Warn("All control characters (RS, GS, EOT) of the envelope are missing: the scanner or its app drops them.");
        reading.LostControls = "RS, GS, EOT";
        var data = body.AsSpan(start).TrimEnd('\x04');
        if (data.StartsWith("06"))
            data = data[2..];
        if (DataIdentifier.At(data) is not { } identifier || data.Length == identifier.Id.Length)
            return reading.Fail(ScanStandard.Mh10, $"No data identifier follows the envelope, at character {offset + start + 1}.");
        var value = data[identifier.Id.Length..].ToString();
        List<ScanElement> elements = [new(identifier.Id, value)];
        var doubtful = Array.Find(Common, mark => value.IndexOf(mark, StringComparison.Ordinal) is > 0 and var at && !char.IsAsciiDigit(value[at - 1]));
        var error = doubtful is null ? ValueForm.Check(identifier.Form, value).What
            : $"Without the lost separators it cannot be told whether {doubtful} in '{(value.Length > 40 ? value[..40] : value)}' begins a second field.";
        return Mh10Candidates.Done(reading, elements, error);
    }
}
