namespace WaaS.Logistics.Documents.Labels;

/// <summary>How the large word stands there. Black and white only: label printers have no colour.</summary>
public enum LabelTone
{
    /// <summary>Black on white.</summary>
    Plain,

    /// <summary>In a frame, with a tick.</summary>
    Good,

    /// <summary>White on black, with a cross.</summary>
    Bad,

    /// <summary>White on black, with a bar.</summary>
    Stop,
}

/// <summary>One label or card, in the words of its language.</summary>
public sealed record Label
{
    /// <summary>What is labelled, small at the top: "Bin".</summary>
    public required string Kind { get; init; }

    /// <summary>The word to be read from afar.</summary>
    public required string Title { get; init; }

    /// <summary>Below it, the most important first; what has no room ends with an ellipsis.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>What is scanned.</summary>
    public LabelSymbol? Symbol { get; init; }

    /// <summary>What the symbol says, for people to type; absent where nobody could.</summary>
    public string? Code { get; init; }

    public LabelTone Tone { get; init; }
}
