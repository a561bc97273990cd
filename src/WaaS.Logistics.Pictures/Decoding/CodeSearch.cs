using System.Text;
using WaaS.Logistics.Pictures.Engine;

namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>Looks at a picture as it is, and where that leaves doubt, enlarged and turned. Every code is told once, wherever it was seen.</summary>
internal sealed class CodeSearch(ZxingEngine engine, TimeSpan limit)
{
    private static readonly string[] LinearSymbologies = ["Code128", "Code39", "Code93", "ITF", "EANUPC", "Codabar", "DataBar"];
    private const int ShortestItf = 6;
    private readonly long _begun = TimeProvider.System.GetTimestamp();
    private readonly List<FoundCode> _found = [];
    private bool _anyLinear;

    public IReadOnlyList<FoundCode> Found => _found;

    /// <exception cref="TimeoutException">What was found until then is in <see cref="Found"/>.</exception>
    public void Run(Luminance picture)
    {
        _anyLinear = false;
        var asItIs = View.Of(picture);
        Look(asItIs, Recipe.First);
        Look(asItIs, Recipe.Other);
        if (!_anyLinear)
            Look(View.Negative(picture), Recipe.OnlyLinear);
        // Most labels have a linear code beside the matrix ones; where none was found it is often there, but too fine.
        if (!_anyLinear)
            Look(View.Of(picture, 1.25f, 0), Recipe.Anything);
        foreach (var degrees in (float[])[30, -30])
            if (!_anyLinear)
                Look(View.Of(picture, 1, degrees), _found.Count == 0 ? Recipe.First : Recipe.OnlyLinear);
    }

    private void Look(View view, string options)
    {
        foreach (var raw in engine.Read(view.Picture, options, limit - TimeProvider.System.GetElapsedTime(_begun)))
            Add(raw, view.Map(raw.Position));
    }

    private void Add(RawCode raw, Corners position)
    {
        // ITF has neither a check character nor an end of its own: an edge of print or of a matrix code can look like a few digits of it.
        if (raw.Symbology == "ITF" && raw.Text.Length < ShortestItf)
            return;
        _anyLinear |= LinearSymbologies.Contains(raw.Symbology);
        if (raw is { Format: "Code39Std" or "Code39", SymbologyIdentifier: "]A0" or "]A1" } && FullAscii.Of(raw.Text) is { } meant)
            raw = raw with { Text = meant, BytesHex = Convert.ToHexString(Encoding.Latin1.GetBytes(meant)), SymbologyIdentifier = raw.SymbologyIdentifier == "]A0" ? "]A4" : "]A5" };
        var bytes = Convert.FromHexString(raw.BytesHex);
        var format = Name(raw);
        foreach (var known in _found)
            if (known.Format == format && known.Bytes.Span.SequenceEqual(bytes) && (known.Position.Surround(position.Centre) || position.Surround(known.Position.Centre)))
                return;
        _found.Add(new FoundCode(raw.Text, bytes, format, raw.SymbologyIdentifier, position));
    }

    // A variant that only says how a symbol was built means nothing to a reader of the answer.
    private static string Name(RawCode raw) => raw.Format is "QRCodeModel1" or "QRCodeModel2" or "Code39Std" or "Code39Ext" or "ITF14" or "AztecCode" or "CompactPDF417" ? raw.Symbology : raw.Format;
}
