namespace WaaS.Logistics.Pictures.Engine;

/// <summary>A code as the module tells it.</summary>
internal sealed record RawCode(string Text, string BytesHex, string Format, string Symbology, string SymbologyIdentifier, Corners Position);

internal sealed record RawDrawing(string? Svg, string? Error);
