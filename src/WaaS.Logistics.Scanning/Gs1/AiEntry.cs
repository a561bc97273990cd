namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>What the standard says about one application identifier.</summary>
internal sealed class AiEntry
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Whether a value must be ended by FNC1 when another element follows.</summary>
    public required bool NeedsSeparator { get; init; }

    /// <summary>Whether it may stand in the query of a Digital Link.</summary>
    public required bool IsLinkAttribute { get; init; }

    public required AiPart[] Parts { get; init; }

    /// <summary>One of these groups must be there as a whole; none means nothing is needed.</summary>
    public required AiPattern[][] Needs { get; init; }

    public required AiPattern[] Forbids { get; init; }

    /// <summary>For primary keys of a Digital Link: the possible rows of qualifiers, each in its order; otherwise <c>null</c>.</summary>
    public required string[][]? Qualifiers { get; init; }

    public int LeastLength => Parts.Sum(part => part.IsOptional ? 0 : part.Least);

    public int MostLength => Parts.Sum(part => part.Most);

    public string NeedsText => string.Join(" or ", Needs.Select(group => string.Join(" with ", group.Select(pattern => $"({pattern.Text.Replace('#', 'n')})"))));

    /// <summary>Takes from the text as much as the parts hold, and checks it.</summary>
    /// <param name="text">From the value's start to the next separator or the end.</param>
    /// <param name="taken">How many characters belong to the value; only meaningful without a fault.</param>
    public Fault Take(ReadOnlySpan<char> text, out int taken)
    {
        taken = 0;
        if (text.IsEmpty)
            return new Fault("the value is empty");
        foreach (var part in Parts)
        {
            var length = Math.Min(part.Most, text.Length - taken);
            if (part.IsOptional && length == 0)
                continue;
            if (length < part.Least)
                return new Fault($"the value is too short: {LengthText} are needed", text.Length);
            var piece = text.Slice(taken, length);
            foreach (var check in part.Checks)
                if (check(piece) is { IsNone: false } fault)
                    return fault.Moved(taken);
            taken += length;
        }
        return Fault.None;
    }

    private string LengthText => LeastLength == MostLength ? $"{MostLength} characters" : $"{LeastLength} to {MostLength} characters";

    /// <summary>Checks a value whose end is known, as in bracketed text and in a Digital Link.</summary>
    public Fault CheckWhole(ReadOnlySpan<char> value)
    {
        if (value.Length > MostLength)
            return new Fault($"the value is too long: {LengthText} are allowed, and it has {value.Length}", MostLength);
        if (!value.IsEmpty && value.Length < LeastLength)
            return new Fault($"the value is too short: {LengthText} are needed, and it has {value.Length}", value.Length);
        var fault = Take(value, out var taken);
        return !fault.IsNone || taken == value.Length ? fault : new Fault($"the value is too long by {value.Length - taken}", taken);
    }
}
