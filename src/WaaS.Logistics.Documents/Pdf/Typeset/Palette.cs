using SkiaSharp;

namespace WaaS.Logistics.Documents.Pdf.Typeset;

internal static class Palette
{
    public static readonly SKColor Ink = new(0x1B, 0x1F, 0x23);
    public static readonly SKColor Muted = new(0x52, 0x5D, 0x68);
    public static readonly SKColor Faint = new(0x6B, 0x75, 0x80);
    public static readonly SKColor Accent = new(0x1F, 0x4E, 0x6B);
    public static readonly SKColor Line = new(0xD5, 0xDB, 0xE1);
    public static readonly SKColor Panel = new(0xF4, 0xF6, 0xF8);
    public static readonly SKColor Good = new(0x1E, 0x7B, 0x4A);
    public static readonly SKColor Look = new(0x9A, 0x5B, 0x00);
    public static readonly SKColor Stop = new(0xB3, 0x26, 0x1E);
}
