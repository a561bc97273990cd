namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>A primary key and its qualifiers stand in one order; each qualifier may be left out.</summary>
internal static class KeyRow
{
    public static bool Fits(List<ScanElement> elements, int count) => Fits(elements, count, null, 0);

    /// <summary>Whether the identifier, put somewhere after the key, would make a row too.</summary>
    public static bool WouldFit(List<ScanElement> elements, int count, string id)
    {
        for (var at = 1; at <= count; at++)
            if (Fits(elements, count, id, at))
                return true;
        return false;
    }

    private static bool Fits(List<ScanElement> elements, int count, string? extra, int extraAt)
    {
        foreach (var row in AiTable.Find(elements[0].Id)!.Qualifiers ?? [])
            if (FollowsRow(row, elements, count, extra, extraAt))
                return true;
        return false;
    }

    private static bool FollowsRow(string[] row, List<ScanElement> elements, int count, string? extra, int extraAt)
    {
        var next = 0;
        for (var i = 1; i < count + (extra is null ? 0 : 1); i++)
        {
            var id = extra is null || i < extraAt ? elements[i].Id : i == extraAt ? extra : elements[i - 1].Id;
            var found = Array.IndexOf(row, id, next);
            if (found < 0)
                return false;
            next = found + 1;
        }
        return true;
    }
}
