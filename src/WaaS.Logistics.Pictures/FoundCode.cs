namespace WaaS.Logistics.Pictures;

/// <summary>One code in a picture.</summary>
/// <param name="Text">As it is in the symbol, control characters (GS for FNC1) included; no brackets around application identifiers.</param>
/// <param name="Bytes">The symbol's own bytes, before any guess about their character set.</param>
/// <param name="Format">Code128, Code39, DataMatrix, QRCode, EAN13 and so on.</param>
/// <param name="SymbologyIdentifier">ISO/IEC 15424, for example <c>]C1</c>; in front of the text it makes the payload a scanner would send.</param>
public sealed record FoundCode(string Text, ReadOnlyMemory<byte> Bytes, string Format, string SymbologyIdentifier, Corners Position);
