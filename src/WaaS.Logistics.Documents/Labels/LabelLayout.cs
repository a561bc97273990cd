namespace WaaS.Logistics.Documents.Labels;

/// <summary>Where things stand on a label, in millimetres from its upper left corner: a matrix symbol left of the words, a linear one below them, the code at the foot.</summary>
/// <param name="Size">Of the symbol; <c>null</c> where there is none.</param>
public sealed record LabelLayout(LabelBox Words, LabelBox Symbol, LabelBox Code, SymbolSize? Size)
{
    private const float Gap = 2;

    /// <exception cref="LabelDoesNotFitException">The symbol has too little room.</exception>
    public static LabelLayout Of(Label label, LabelPaper paper)
    {
        var edge = paper.LabelHeight < 40 ? 2f : 4f;
        var foot = label.Code is null ? 0 : 3.4f;
        var (width, height) = (paper.LabelWidth - 2 * edge, paper.LabelHeight - 2 * edge - foot);
        var code = new LabelBox(edge, edge + height, width, foot);
        if (label.Symbol is not { } symbol)
            return new LabelLayout(new LabelBox(edge, edge, width, height), default, code, null);
        if (symbol.IsLinear)
        {
            var bars = SymbolSize.Within(symbol, width, height * 0.42f);
            return new LabelLayout(
                new LabelBox(edge, edge, width, height - bars.Height - Gap / 2), new LabelBox(edge + (width - bars.Width) / 2, edge + height - bars.Height, bars.Width, bars.Height), code, bars);
        }
        var size = SymbolSize.Within(symbol, width * 0.42f, height);
        return new LabelLayout(
            new LabelBox(edge + size.Width + Gap, edge, width - size.Width - Gap, height), new LabelBox(edge, edge + (height - size.Height) / 2, size.Width, size.Height), code, size);
    }
}

/// <summary>In millimetres.</summary>
public readonly record struct LabelBox(float Left, float Top, float Width, float Height);
