using WaaS.Logistics.Scanning.Vendors;

namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>Web addresses: Digital Links, those that try to be one, and all others.</summary>
internal static class LinkReader
{
    public static bool Claims(ReadOnlySpan<char> body) => body.Length > 6 && body[0] is 'h' or 'H' && (DigitalLink.IsClaimedBy(body, out _) || body.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || body.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    public static Reading Read(Reading reading, ReadOnlySpan<char> body, int offset)
    {
        if (!DigitalLink.IsClaimedBy(body, out var scheme))
        {
            reading.Warn("A Digital Link begins with http:// or https://, all in small or all in capital letters: this address is not read as one.");
            return ReadAddress(reading, body);
        }
        if (DigitalLink.FindKey(body, scheme) < 0 && !TriesToBeOne(body, scheme))
            return ReadAddress(reading, body);
        var message = DigitalLink.Read(body, offset);
        reading.Elements = message.Elements;
        if (message.Error is { } error)
            return reading.Fail(ScanStandard.DigitalLink, error);
        reading.Standard = ScanStandard.DigitalLink;
        Gs1Candidates.Add(reading);
        return reading;
    }

    private static Reading ReadAddress(Reading reading, ReadOnlySpan<char> body)
    {
        if (MakerLink.AddTo(reading, body))
            reading.Standard = ScanStandard.Vendor;
        else
            reading.Add(CandidateKind.WebAddress, body.ToString(), "Read as a web address; it carries no GS1 key and is no serial.");
        return reading;
    }

    // No server answers at such a name, or a path segment is a key: the address was meant to be a Digital Link and is broken.
    private static bool TriesToBeOne(ReadOnlySpan<char> body, int scheme)
    {
        var rest = body[scheme..];
        var slash = rest.IndexOf('/');
        // The bare name of a server is an address like any other.
        if (slash < 0)
            return !rest.Contains('.');
        if (!rest[..slash].ContainsAny('.', '[') && !rest[..slash].StartsWith("localhost"))
            return true;
        var end = rest.IndexOfAny('?', '#');
        foreach (var segment in (end < slash ? rest : rest[..end])[slash..].Split('/'))
            if (AiTable.Find((end < slash ? rest : rest[..end])[slash..][segment]) is { Qualifiers: not null })
                return true;
        return false;
    }
}
