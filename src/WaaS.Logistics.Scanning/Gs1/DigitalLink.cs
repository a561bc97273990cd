using System.Buffers;

namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>Uncompressed GS1 Digital Link URIs on any domain (GS1 Digital Link Standard: URI Syntax, sections 4 and 5).</summary>
internal static class DigitalLink
{
    private static readonly SearchValues<char> UriCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");
    private static readonly SearchValues<char> NotInDomain = SearchValues.Create("_~?#@!$&'()*+,;=%");

    /// <summary>Whether the text begins with a scheme of web addresses, in small or in capital letters.</summary>
    /// <param name="length">Of the scheme with its slashes.</param>
    public static bool IsClaimedBy(ReadOnlySpan<char> text, out int length)
    {
        length = text.StartsWith("https://") || text.StartsWith("HTTPS://") ? 8 : text.StartsWith("http://") || text.StartsWith("HTTP://") ? 7 : 0;
        return length > 0;
    }

    /// <summary>Where the path with the keys begins, or -1 when it holds no primary key.</summary>
    public static int FindKey(ReadOnlySpan<char> text, int scheme)
    {
        var path = PathOf(text, scheme, out var pathStart);
        // From the right: pairs of identifier and value, until the pair that is a primary key.
        var end = path.Length;
        while (end > 0)
        {
            var slash = path[..end].LastIndexOf('/');
            var start = slash <= 0 ? -1 : path[..slash].LastIndexOf('/');
            if (start < 0 || AiTable.Find(path[(start + 1)..slash]) is not { } entry)
                return -1;
            if (entry.Qualifiers is not null)
                return pathStart + start;
            end = start;
        }
        return -1;
    }

    public static Gs1Message Read(ReadOnlySpan<char> text, int offset = 0)
    {
        var message = new Gs1Message();
        ReadUri(text, offset, message);
        return message;
    }

    private static bool ReadUri(ReadOnlySpan<char> text, int offset, Gs1Message message)
    {
        if (text.IndexOfAnyExcept(UriCharacters) is >= 0 and var stranger)
            return message.Fail($"A web address cannot hold {CharacterName.Of(text[stranger])}, at character {offset + stranger + 1}: it must be percent-encoded.");
        if (!IsClaimedBy(text, out var scheme))
            return message.Fail("A Digital Link begins with http:// or https://, all in small or all in capital letters.");
        var domain = text[scheme..].IndexOf('/');
        if (domain < 1)
            return message.Fail("The web address has no domain, or no path after it.");
        if (text.Slice(scheme, domain).IndexOfAny(NotInDomain) is >= 0 and var wrong)
            return message.Fail($"A domain cannot hold {CharacterName.Of(text[scheme + wrong])}, at character {offset + scheme + wrong + 1}.");
        var key = FindKey(text, scheme);
        if (key < 0)
            return message.Fail("The path of the web address ends in no GS1 key with its value.");
        var path = PathOf(text, scheme, out var pathStart);
        return ReadPath(path[(key - pathStart)..], offset + key, message)
            && DigitalLinkQuery.Read(QueryOf(text, out var queryStart), offset + queryStart, message)
            && Associations.Check(message);
    }

    private static bool ReadPath(ReadOnlySpan<char> path, int offset, Gs1Message message)
    {
        for (var at = 0; at < path.Length;)
        {
            var slash = at + 1 + path[(at + 1)..].IndexOf('/');
            var entry = AiTable.Find(path[(at + 1)..slash])!;
            var end = path[(slash + 1)..].IndexOf('/');
            end = end < 0 ? path.Length : slash + 1 + end;
            if (!AddValue(entry, path[(slash + 1)..end], false, offset + slash + 2, message))
                return false;
            at = end;
        }
        return KeyRow.Fits(message.Elements, message.Elements.Count) || message.Fail($"In the path, {string.Join(", ", message.Elements.Select(element => $"({element.Id})"))} do not follow one another as key and qualifiers.");
    }

    public static bool AddValue(AiEntry entry, ReadOnlySpan<char> encoded, bool inQuery, int at, Gs1Message message)
    {
        if (encoded.IsEmpty)
            return message.Fail($"AI ({entry.Id}): the value is empty, at character {at}.");
        if (PercentEncoding.Decode(encoded, inQuery) is not { } value)
            return message.Fail($"AI ({entry.Id}): the value holds %00, at character {at}.");
        if (inQuery && entry.Id == "01" && value.Length is 8 or 12 or 13)
            value = value.PadLeft(14, '0');
        var fault = entry.CheckWhole(value);
        return fault.IsNone ? message.Add(entry, value) : message.Fail(entry, fault, at);
    }

    private static ReadOnlySpan<char> PathOf(ReadOnlySpan<char> text, int scheme, out int start)
    {
        var slash = text[scheme..].IndexOf('/');
        start = slash < 0 ? text.Length : scheme + slash;
        var path = text[start..];
        var end = path.IndexOfAny('?', '#');
        return end < 0 ? path : path[..end];
    }

    private static ReadOnlySpan<char> QueryOf(ReadOnlySpan<char> text, out int start)
    {
        var fragment = text.IndexOf('#');
        var whole = fragment < 0 ? text : text[..fragment];
        var mark = whole.IndexOf('?');
        start = mark < 0 ? whole.Length : mark + 1;
        return whole[start..];
    }
}
