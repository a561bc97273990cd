using System.Text;
using WaaS.Logistics.Pictures.Engine;

namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>Looks at a picture as it is, and where that leaves doubt, as a negative, enlarged, with its shadows evened out, and turned. Every code is told once, wherever it was seen.</summary>
internal sealed class CodeSearch(ZxingEngine engine, TimeSpan limit)
{
    private static readonly string[] LinearSymbologies = ["Code128", "Code39", "Code93", "ITF", "EANUPC", "Codabar", "DataBar"];
    private const double EnoughForSlants = 3_000_000;
    private readonly long _begun = TimeProvider.System.GetTimestamp();
    private readonly List<FoundCode> _found = [];
    private bool _anyLinear;

    public IReadOnlyList<FoundCode> Found => _found;

    /// <exception cref="TimeoutException">What was found until then is in <see cref="Found"/>.</exception>
    public void Run(Luminance picture)
    {
        try
        {
            LookAllOver(picture);
        }
        finally
        {
            Fragments.Remove(_found);
            StackedRows.Remove(_found);
        }
    }

    private void LookAllOver(Luminance picture)
    {
        _anyLinear = false;
        var before = _found.Count;
        var asItIs = View.Of(picture);
        Look(picture, asItIs, Recipe.First);
        Look(picture, asItIs, Recipe.Other);
        var dark = DarkGround.In(picture);
        // A label may have both, black bars on white and white ones on black.
        if (!_anyLinear || dark >= DarkGround.APart)
            Look(picture, View.Negative(picture), Recipe.Unturned);
        // Most labels have a linear code beside the matrix ones; where none was found it is often there, but too fine, in a shadow, or at a slant.
        if (!_anyLinear)
            Look(picture, View.Of(picture, 1.25, 0), Recipe.Anything);
        if (!_anyLinear)
            Look(picture, View.Contrasted(picture), Recipe.Anything);
        foreach (var degrees in (double[])[30, -30])
            if (!_anyLinear)
                Look(picture, View.Of(picture, 1, degrees), _found.Count == before ? Recipe.Anything : Recipe.OnlyLinear);
        // PDF417 is only read within some ten degrees.
        foreach (var degrees in (double[])[15, -15, 45])
            if (_found.Count == before)
                Look(picture, View.Of(picture, 1, degrees, EnoughForSlants), Recipe.Anything);
        if (_found.Count > before || dark < DarkGround.Mostly)
            return;
        var negative = View.Negative(picture).Picture;
        foreach (var degrees in (double[])[15, -15, 30, -30, 45])
            if (_found.Count == before)
                Look(picture, View.Of(negative, 1, degrees, EnoughForSlants), Recipe.Unturned);
    }

    private void Look(Luminance picture, View view, string options)
    {
        foreach (var raw in engine.Read(view.Picture, options, limit - TimeProvider.System.GetElapsedTime(_begun)))
            Add(picture, raw, view.Map(raw.Position));
    }

    private void Add(Luminance picture, RawCode raw, Corners position)
    {
        if (Fragments.MayBe(picture, raw, position))
            return;
        if (LinearSymbologies.Contains(raw.Symbology))
        {
            _anyLinear = true;
            position = position.Clockwise();
            // Of a stacked DataBar no bar goes from top to bottom.
            if (!raw.Format.EndsWith("Stk", StringComparison.Ordinal))
                position = BarBox.Fit(picture, position);
        }
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
