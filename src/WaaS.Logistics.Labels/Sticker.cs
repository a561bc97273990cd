using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Pictures.Drawing;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Labels;

/// <summary>What one label or card says, in the words of its language, and what a scanner gets from it.</summary>
/// <param name="Kind">What is labelled, small: "Bin".</param>
/// <param name="Title">The word to be read from afar.</param>
/// <param name="Text">What the symbol holds; a wrong check digit or check character is refused before anything is drawn.</param>
public sealed record Sticker(string Kind, string Title, string? Text)
{
    public Sticker(string kind, string title, OwnCode code)
        : this(kind, title, code.ToString())
    {
    }

    /// <summary>Below the title, the most important first.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    public SymbolKind Symbol { get; init; } = SymbolKind.DataMatrix;

    /// <summary>Whether the text stands below the symbol for people to type.</summary>
    public bool ShowsText { get; init; } = true;

    public LabelTone Tone { get; init; }
}
