namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>What was found in GS1 data; up to the first error the elements are there.</summary>
internal sealed class Gs1Message
{
    /// <summary>More elements than any label holds; a longer payload is refused, so that every answer stays small.</summary>
    public const int MostElements = 64;

    public List<ScanElement> Elements { get; } = new(4);

    public string? Error { get; private set; }

    /// <summary>Whether blanks of printed text were left out.</summary>
    public bool HadBlanks { get; set; }

    public bool Fail(string error)
    {
        Error ??= error;
        return false;
    }

    /// <param name="at">Where the value begins in the payload, counted from 1.</param>
    public bool Fail(AiEntry entry, Fault fault, int at) => Fail($"AI ({entry.Id}): {fault.What}, at character {at + fault.At}.");

    public bool Add(AiEntry entry, ReadOnlySpan<char> value)
    {
        if (Elements.Count == MostElements)
            return Fail($"There are more than {MostElements} elements.");
        Elements.Add(new ScanElement(entry.Id, value.ToString()));
        return true;
    }
}
