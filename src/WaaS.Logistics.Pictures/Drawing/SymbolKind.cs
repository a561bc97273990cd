namespace WaaS.Logistics.Pictures.Drawing;

/// <summary>The symbols that are drawn. Those of GS1 take bracketed element strings: <c>(01)09521234543213(21)ABC</c>.</summary>
public enum SymbolKind
{
    Code128,
    Gs1Code128,
    DataMatrix,
    Gs1DataMatrix,
    QrCode,
}
