using WaaS.Logistics.Pictures.Drawing;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Labels;

/// <summary>A printed barcode that acts where it is scanned.</summary>
/// <param name="Id">What the pages know it by: <c>UNDO</c>.</param>
/// <param name="Station">Where it acts, small on the card.</param>
/// <param name="Word">The word to be read from afar.</param>
/// <param name="What">What it does, in a sentence.</param>
public sealed record CommandCard(string Id, string Station, string Word, string What)
{
    /// <summary>What the scanner reads.</summary>
    public OwnCode Code => OwnCode.Create(OwnCodeKind.Command, Id);

    /// <summary>The card as it is printed.</summary>
    /// <param name="withBars">For scanners that read no matrix.</param>
    public Sticker Printed(bool withBars) => new(Station, Word, Code) { Lines = [What], Symbol = withBars ? SymbolKind.Code128 : SymbolKind.DataMatrix };
}
