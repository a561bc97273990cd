namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>The query of a Digital Link: GS1 attributes beside parameters of others, which are left alone (URI Syntax, section 4.10).</summary>
internal static class DigitalLinkQuery
{
    public static bool Read(ReadOnlySpan<char> query, int offset, Gs1Message message)
    {
        var inPath = message.Elements.Count;
        for (var at = 0; at < query.Length;)
        {
            var length = query[at..].IndexOf('&');
            if (length < 0)
                length = query.Length - at;
            if (!ReadPair(query.Slice(at, length), offset + at, inPath, message))
                return false;
            at += length + 1;
        }
        return true;
    }

    private static bool ReadPair(ReadOnlySpan<char> pair, int at, int inPath, Gs1Message message)
    {
        var equals = pair.IndexOf('=');
        if (equals <= 0 || pair[..equals].IndexOfAnyExceptInRange('0', '9') >= 0)
            return true;
        if (AiTable.Find(pair[..equals]) is not { } entry)
            return message.Fail($"There is no application identifier ({(equals > 8 ? pair[..8] : pair[..equals])}) in the query, at character {at + 1}.");
        if (!entry.IsLinkAttribute)
            return message.Fail($"AI ({entry.Id}) must not stand in the query, at character {at + 1}.");
        if (message.Elements.Exists(element => element.Id == entry.Id))
            return message.Fail($"AI ({entry.Id}) stands there twice, at character {at + 1}.");
        if (KeyRow.WouldFit(message.Elements, inPath, entry.Id))
            return message.Fail($"AI ({entry.Id}) belongs into the path, not into the query, at character {at + 1}.");
        return DigitalLink.AddValue(entry, pair[(equals + 1)..], true, at + equals + 2, message);
    }
}
