namespace WaaS.Logistics.Pictures;

/// <summary>A picture in shades of grey, one byte a pixel, row after row.</summary>
internal sealed record Luminance(int Width, int Height, byte[] Pixels);
