namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>What elements need and forbid beside them (GS1 General Specifications, section 4.13 and 4.14).</summary>
internal static class Associations
{
    private static readonly string[] KeysWithSerialPart = ["253", "255", "8003"];

    public static bool Check(Gs1Message message)
    {
        var elements = message.Elements;
        for (var i = 0; i < elements.Count; i++)
        {
            var entry = AiTable.Find(elements[i].Id)!;
            foreach (var pattern in entry.Forbids)
                if (Find(elements, pattern, entry.Id) is { } other)
                    return message.Fail($"AI ({entry.Id}) must not stand beside AI ({other}).");
            if (entry.Needs.Length > 0 && !IsSatisfied(entry, elements))
                return message.Fail($"AI ({entry.Id}) needs {entry.NeedsText} beside it.");
            for (var j = 0; j < i; j++)
                if (elements[j].Id == entry.Id && elements[j].Value != elements[i].Value)
                    return message.Fail($"AI ({entry.Id}) stands there twice with different values.");
        }
        return SignedKeysAreSerialised(message);
    }

    private static bool IsSatisfied(AiEntry entry, List<ScanElement> elements)
    {
        foreach (var group in entry.Needs)
        {
            var isWhole = true;
            foreach (var pattern in group)
                isWhole &= Find(elements, pattern, entry.Id) is not null;
            if (isWhole)
                return true;
        }
        return false;
    }

    private static bool SignedKeysAreSerialised(Gs1Message message)
    {
        if (!message.Elements.Exists(element => element.Id == "8030"))
            return true;
        foreach (var element in message.Elements)
            if (KeysWithSerialPart.Contains(element.Id) && element.Value.Length == AiTable.Find(element.Id)!.LeastLength)
                return message.Fail($"AI (8030) signs one thing, so AI ({element.Id}) needs its serial part.");
        return true;
    }

    private static string? Find(List<ScanElement> elements, AiPattern pattern, string self)
    {
        foreach (var element in elements)
            if (pattern.Fits(element.Id) && element.Id != self)
                return element.Id;
        return null;
    }
}
