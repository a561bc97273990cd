using WaaS.Logistics.Scanning.Gs1;

namespace WaaS.Logistics.Scanning.DataIdentifiers;

/// <summary>
/// Envelopes of ISO/IEC 15434: <c>[)&gt; RS 06 GS</c>, data identifiers with their values parted by GS, <c>RS EOT</c>. Labels in the wild leave parts of it out;
/// that is read where nothing is in doubt, with a warning for each part.
/// </summary>
internal static class EnvelopeReader
{
    private const string Header = "[)>";
    private const char Eot = '\x04';
    private const char Gs = '\x1D';
    private const char Rs = '\x1E';
    private const int MostElements = 64;

    public static bool IsClaimedBy(ReadOnlySpan<char> body) => body.StartsWith(Header) || body.StartsWith(">" + Header);

    public static Reading Read(Reading reading, string body, int offset)
    {
        var start = body[0] == '>' ? 1 : 0;
        if (start == 1)
            reading.Warn("A stray '>' stands before the envelope.");
        if (ControlCharacters.AreVisible(body.AsSpan(start + Header.Length)))
            body = ControlCharacters.Restore(reading, body);
        start += Header.Length;
        if (body.AsSpan(start).IndexOfAny(Gs, Rs) < 0)
        {
            if (StandInControls.PutBack(reading, body.AsSpan(start)) is not { } data)
                return DroppedControls.Read(reading, body, start, offset);
            body = body[..start] + data;
        }
        if (start < body.Length && body[start] == Rs)
            start++;
        else if (start < body.Length && body[start] == Gs)
        {
            start++;
            reading.Warn("GS stands after [)> where the record separator (RS) should.");
        }
        else
            reading.Warn("The record separator (RS) after [)> is missing.");
        var end = EndOf(reading, body);
        if (body.AsSpan(start, Math.Max(0, end - start)) is ['0', '6', Rs, _, ..] records && !records.Contains(Gs))
        {
            reading.Warn("RS stands where the group separator (GS) should, after the format 06 and between the fields.");
            body = string.Concat(body.AsSpan(0, start), records.ToString().Replace(Rs, Gs), body.AsSpan(end));
        }
        var elements = new List<ScanElement>(6);
        string? error = start >= end ? "The envelope is empty." : null;
        while (start < end && error is null)
        {
            var length = body.AsSpan(start, end - start).IndexOf(Rs);
            var next = length < 0 ? end : start + length;
            error = ReadFormat(reading, body.AsSpan(start, next - start), offset + start, elements);
            start = next + 1;
        }
        return Mh10Candidates.Done(reading, elements, error);
    }

    /// <summary>Fields parted by GS without any envelope around them.</summary>
    public static bool IsClaimedBareBy(ReadOnlySpan<char> body) => body.Contains(Gs) && (DataIdentifier.At(body) is not null || body.StartsWith("06\x1D"));

    public static Reading ReadBare(Reading reading, ReadOnlySpan<char> body, int offset)
    {
        reading.Warn("The envelope [)> RS 06 GS ... RS EOT around the data identifiers is missing.");
        var (elements, start) = (new List<ScanElement>(6), body.StartsWith("06\x1D") ? 3 : 0);
        return Mh10Candidates.Done(reading, elements, ReadFields(reading, body[start..].TrimEnd([Rs, Eot]), offset + start, elements));
    }

    // Where the last format ends: before RS EOT, as much of it as there is.
    private static int EndOf(Reading reading, string body)
    {
        var end = body.Length;
        var eot = end > 0 && body[end - 1] == Eot;
        if (eot)
            end--;
        var rs = end > 0 && body[end - 1] == Rs;
        if (rs)
            end--;
        if (!eot || !rs)
            reading.Warn($"The end of the envelope is missing: {(eot ? "RS before EOT" : rs ? "EOT after the last RS" : "RS and EOT")}.");
        return end;
    }

    private static string? ReadFormat(Reading reading, ReadOnlySpan<char> format, int at, List<ScanElement> elements)
    {
        if (format.Length < 2 || !char.IsAsciiDigit(format[0]) || !char.IsAsciiDigit(format[1]))
            return $"At character {at + 1} a format of two digits is expected, for example 06.";
        var data = format[2..];
        var begins = data.Length > 0 && data[0] == Gs;
        switch (format[..2])
        {
            case "05":
                var message = new Gs1Message();
                if (ElementString.ReadElements(begins ? data[1..] : data, at + 3, message))
                    Associations.Check(message);
                elements.AddRange(message.Elements);
                return message.Error;
            case "06":
                if (!begins)
                    reading.Warn("The group separator (GS) after the format 06 is missing.");
                return ReadFields(reading, begins ? data[1..] : data, at + (begins ? 3 : 2), elements);
            case "01":
                TransportFormat.Read(reading, data);
                return null;
            case "02" or "03" or "04" or "07" or "08" or "09" or "10" or "11" or "12":
                reading.Warn($"Format {format[..2]} of the envelope holds no data identifiers and is left alone.");
                return null;
            default:
                return $"There is no format {format[..2]}, at character {at + 1}.";
        }
    }

    private static string? ReadFields(Reading reading, ReadOnlySpan<char> data, int at, List<ScanElement> elements)
    {
        if (data.IsEmpty)
            return "The envelope holds no data.";
        for (var start = 0; start <= data.Length;)
        {
            var length = data[start..].IndexOf(Gs);
            var field = length < 0 ? data[start..] : data.Slice(start, length);
            if (field.IsEmpty)
                reading.Warn($"There is an empty field at character {at + start + 1}.");
            else if (ReadField(field, at + start, elements) is { } error)
                return error;
            start += field.Length + 1;
        }
        return elements.Count > MostElements ? $"There are more than {MostElements} elements." : null;
    }

    private static string? ReadField(ReadOnlySpan<char> field, int at, List<ScanElement> elements)
    {
        var length = DataIdentifier.LengthAt(field);
        if (length == 0)
            return $"At character {at + 1} a data identifier is expected (up to three digits and a capital letter).";
        if (DataIdentifier.Find(field[..length]) is not { } identifier)
            return $"There is no data identifier {field[..length]}, at character {at + 1}.";
        var value = field[length..];
        if (value.IsEmpty)
            return $"DI {identifier.Id}: the value is empty, at character {at + length + 1}.";
        if (ValueForm.Check(identifier.Form, value) is { IsNone: false } fault)
            return $"DI {identifier.Id}: {fault.What}, at character {at + length + fault.At + 1}.";
        if (elements.Count <= MostElements)
            elements.Add(new ScanElement(identifier.Id, value.ToString()));
        return null;
    }
}
