namespace WaaS.Logistics.Documents.Labels;

/// <summary>How large a symbol is drawn: its module is a whole number of dots of a 203 dpi printer (8 to the millimetre), else its bars come out unequal.</summary>
public readonly record struct SymbolSize
{
    private const float Dot = 1 / 8f;

    // Finer ones hand scanners do not read at arm's length.
    private const int FewestDotsLinear = 2;
    private const int FewestDotsMatrix = 3;
    private const int MostDots = 8;

    private SymbolSize(int dots, float width, float height) => (Dots, Width, Height) = (dots, width, height);

    /// <summary>Of one module.</summary>
    public int Dots { get; }

    /// <summary>One module, in millimetres.</summary>
    public float Module => Dots * Dot;

    /// <summary>In millimetres, with the quiet zone.</summary>
    public float Width { get; }

    /// <summary>In millimetres, with the quiet zone.</summary>
    public float Height { get; }

    /// <param name="width">Room in millimetres.</param>
    /// <param name="height">Room in millimetres; all of it is taken by linear symbols.</param>
    /// <exception cref="LabelDoesNotFitException">There is too little room.</exception>
    public static SymbolSize Within(LabelSymbol symbol, float width, float height)
    {
        var module = symbol.IsLinear ? width / symbol.Width : Math.Min(width / symbol.Width, height / symbol.Height);
        // A little is forgiven: 12 mm / 32 is 0.37499998.
        var dots = Math.Min(MostDots, (int)(module / Dot + 0.001f));
        if (dots < (symbol.IsLinear ? FewestDotsLinear : FewestDotsMatrix))
            throw new LabelDoesNotFitException($"A symbol of {symbol.Width} x {symbol.Height} modules does not fit into {width:0.#} x {height:0.#} mm. Take a larger label, or a Data Matrix instead of bars.");
        return new SymbolSize(dots, symbol.Width * dots * Dot, symbol.IsLinear ? height : symbol.Height * dots * Dot);
    }
}
